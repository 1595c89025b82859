import { validLabels as check } from '../../../src/checks/rules/valid-labels';
import { finds, podYaml, workloadYaml } from '../finds';

const say = (metadata: string): string[] =>
  finds(check, podYaml().replace('labels: { app: web }', metadata)).map((line) =>
    line.replace('error Pod/web ', ''),
  );

test('passes sound labels and annotations', () => {
  expect(
    say(
      'labels: { app.kubernetes.io/name: Web_1.2, empty: "" }, annotations: { Example.com/A: "any text" }',
    ),
  ).toEqual([]);
});

test('reports keys and values of a wrong form', () => {
  expect(say('labels: { app: "my app" }')).toHaveLength(1);
  expect(say(`labels: { app: ${'a'.repeat(64)} }`)[0]).toMatch(
    /^metadata.labels.app: the value .*63/,
  );
  expect(say('labels: { a/b/c: d }')).toHaveLength(1);
  expect(say('annotations: { "a b": d }')).toHaveLength(1);
});

test('looks at selectors, node selectors and templates too', () => {
  expect(finds(check, podYaml('nodeSelector: { disk: "s s d" }'))).toHaveLength(1);
  const template = workloadYaml('Deployment').replace(
    'labels: { app: web }',
    'labels: { app: "a b" }',
  );
  expect(finds(check, template)).toHaveLength(1);
});

test.each([
  ['matchLabels: { app: a b }', 'matchLabels.app: the value must hold only letters'],
  [
    'matchLabels: { a/b/c: d }',
    `matchLabels["a/b/c"]: the key of a label must hold at most one '/'`,
  ],
  ['matchExpressions: [{ key: -a, operator: Exists }]', 'matchExpressions[0].key: must hold only'],
  [
    'matchExpressions: [{ key: a, operator: In, values: [-b] }]',
    'values[0]: must hold only letters',
  ],
  [
    'matchExpressions: [{ key: a, operator: In }]',
    'values: the operator In takes one or more values',
  ],
  [
    'matchExpressions: [{ key: a, operator: Exists, values: [b] }]',
    'the operator Exists takes no values',
  ],
])('reports a selector anywhere in an object: %s', (selector, found) => {
  const policy = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec: { podSelector: {}, ingress: [{ from: [{ podSelector: { ${selector} } }] }] }
`;
  const all = finds(check, policy);
  expect(all).toHaveLength(1);
  expect(all[0]).toContain(found);
});
