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

test('wants one source for each item of envFrom', () => {
  const from = (item: string): string[] => finds(check, podYaml('', `envFrom: [{ ${item} }]`));
  expect(from('prefix: A_, configMapRef: { name: a }')).toEqual([]);
  expect(from('secretref: { name: a }')).toEqual([]);
  const found = 'error Pod/web spec.containers[0].envFrom[0]: must have one source, got';
  expect(from('prefix: A_')).toEqual([`${found} none`]);
  expect(from('configMapRef: { name: a }, secretRef: { name: b }')).toEqual([
    `${found} configMapRef and secretRef`,
  ]);
});

test('reports a divisor that the resource cannot be told in', () => {
  const told = (resource: string, divisor: string): string[] =>
    finds(
      check,
      podYaml(
        '',
        `env: [{ name: A, valueFrom: { resourceFieldRef: { resource: ${resource}, divisor: ${divisor} } } }]`,
      ),
    );
  expect(told('limits.cpu', '1m')).toEqual([]);
  expect(told('limits.memory', '1Mi')).toEqual([]);
  expect(told('limits.memory', '"0"')).toEqual([]);
  expect(told('limits.cpu', '10m')).toEqual([
    'error Pod/web spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: must be one of 1, 1m for limits.cpu, got "10m"',
  ]);
  expect(told('limits.memory', '1m')).toHaveLength(1);
});
