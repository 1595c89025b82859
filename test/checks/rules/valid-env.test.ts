import { validEnv as check } from '../../../src/checks/rules/valid-env';
import { finds, podYaml } from '../finds';

const variable = (rest: string): string[] =>
  finds(check, podYaml('', `env: [{ name: A, ${rest} }]`));
const field = 'spec.containers[0].env[0].valueFrom';

test.each([
  'value: b',
  'value: "", valueFrom: { fieldRef: { fieldPath: status.podIP } }',
  `valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } }`,
  'valueFrom: { secretKeyRef: { name: b, key: c } }',
])('passes a variable with one source: %s', (rest) => {
  expect(variable(rest)).toEqual([]);
});

test('reports a variable with two sources, or with none', () => {
  expect(variable('value: b, valueFrom: { secretKeyRef: { name: b, key: c } }')).toEqual([
    `error Pod/web ${field}: value and valueFrom may not both be set`,
  ]);
  expect(variable('valueFrom: {}')).toEqual([
    `error Pod/web ${field}: must have one source, got none`,
  ]);
  expect(
    variable(
      'valueFrom: { secretKeyRef: { name: b, key: c }, fieldRef: { fieldPath: status.podIP } }',
    ),
  ).toEqual([`error Pod/web ${field}: must have one source, got secretKeyRef and fieldRef`]);
});

test('reports a field that pods do not offer', () => {
  expect(variable('valueFrom: { fieldRef: { fieldPath: spec.node } }')).toEqual([
    `error Pod/web ${field}.fieldRef.fieldPath: no such field can be taken from a pod, got "spec.node"`,
  ]);
  expect(variable('valueFrom: { fieldRef: { fieldPath: metadata.labels } }')).toHaveLength(1);
});
