import { validTypes } from '../../../src/checks/rules/valid-types';
import { runChecks } from '../../../src/checks/run-checks';
import { finds, inputOf } from '../finds';

const pod = (spec: string, container = ''): string => `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  ${spec}
  containers:
    - name: web
      image: nginx
      ${container}
`;
const found = (yaml: string): string[] =>
  finds(validTypes, yaml).map((line) => line.replace(/^.*?: /, ''));

test('passes values of the right types, null among them', () => {
  expect(
    found(
      pod(
        'terminationGracePeriodSeconds: 30\n  hostNetwork: null',
        'resources: { limits: { cpu: 500m, memory: 1Gi, nvidia.com/gpu: 1 } }',
      ),
    ),
  ).toEqual([]);
});

test.each([
  ['terminationGracePeriodSeconds: "30"', 'must be a whole number, got "30"'],
  ['terminationGracePeriodSeconds: 1.5', 'must be a whole number, got 1.5'],
  ['priority: 3000000000', 'must be within -2147483648 and 2147483647, got 3000000000'],
  ['hostNetwork: "true"', 'must be true or false, got "true"'],
  ['nodeName: 12', 'must be text, got 12'],
  ['tolerations: { key: a }', 'must be a list, got a mapping'],
  ['securityContext: []', 'must be a mapping, got a list'],
])('reports %s', (spec, problem) => {
  expect(found(pod(spec))).toEqual([problem]);
});

test('tells that a Service selects without matchLabels', () => {
  const yaml = `
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { matchLabels: { app: web } }, ports: [{ port: 80 }] }
`;
  expect(finds(validTypes, yaml)).toEqual([
    'error Service/web spec.selector.matchLabels: labels stand here without matchLabels around them, got a mapping',
  ]);
});

test.each([
  ['ports: [{ containerPort: eighty }]', 'must be a whole number, got "eighty"'],
  [
    'resources: { limits: { memory: 128MB } }',
    'must be a quantity such as 500m, 2, 1.5, 128Mi or 10Gi, got "128MB"',
  ],
  ['readinessProbe: { httpGet: { port: 1.5 } }', 'must be a whole number, got 1.5'],
])('reports %s of a container', (container, problem) => {
  expect(found(pod('', container))).toEqual([problem]);
});

test('never shows a value that may be a secret', () => {
  const secret = `
apiVersion: v1
kind: Secret
metadata: { name: web }
data: { a: hunter2!, b: 12345 }
stringData: { c: 67890 }
`;
  const text = [...found(secret), ...found(pod('', 'env: [{ name: A, value: 424242 }]'))].join();
  expect(text).toBe(
    'must be base64, got other text,must be base64 text,must be text, got a number,must be text, got a number',
  );
});

test('a colon that is none to YAML is told where a mapping belongs', () => {
  const yaml = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  type：NodePort\n';
  expect(runChecks([validTypes], inputOf(yaml)).map(({ fix }) => fix)).toEqual([
    'Write ": ", with a space after the colon.',
  ]);
});
