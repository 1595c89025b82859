import { validScheduling as check } from '../../../src/checks/rules/valid-scheduling';
import { finds, podYaml } from '../finds';

const tolerates = (toleration: string): string[] =>
  finds(check, podYaml(`tolerations: [{ ${toleration} }]`));
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
const wants = (expression: string): string[] =>
  finds(
    check,
    podYaml(
      `affinity: { nodeAffinity: { ${required}: { nodeSelectorTerms: [{ matchExpressions: [{ ${expression} }] }] } } }`,
    ),
  );

test.each([
  'operator: Exists',
  'key: a, value: b, effect: NoSchedule',
  'key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 60',
])('passes a toleration that the API server takes: %s', (toleration) => {
  expect(tolerates(toleration)).toEqual([]);
});

test.each([
  ['key: a, operator: Exists, value: b', 'value: the operator Exists takes no value, got "b"'],
  ['value: b', 'key: the operator Equal needs a key'],
  [
    'key: a, operator: Exists, tolerationSeconds: 60',
    'tolerationSeconds: tolerationSeconds is only for the effect NoExecute',
  ],
])('reports a toleration whose parts do not fit: %s', (toleration, found) => {
  expect(tolerates(toleration)).toEqual([`error Pod/web spec.tolerations[0].${found}`]);
});

test('counts the values of an expression by its operator', () => {
  const field = `spec.affinity.nodeAffinity.${required}.nodeSelectorTerms[0].matchExpressions[0].values`;
  expect(wants('key: a, operator: In, values: [b, c]')).toEqual([]);
  expect(wants('key: a, operator: Exists')).toEqual([]);
  expect(wants('key: a, operator: Gt, values: ["3"]')).toEqual([]);
  expect(wants('key: a, operator: In')).toEqual([
    `error Pod/web ${field}: the operator In takes one or more values, got []`,
  ]);
  expect(wants('key: a, operator: Exists, values: [b]')).toHaveLength(1);
  expect(wants('key: a, operator: Lt, values: ["1", "2"]')).toHaveLength(1);
});

test('holds weights and skews to their bounds', () => {
  const weighed = (weight: number): string[] =>
    finds(
      check,
      podYaml(
        `affinity: { podAntiAffinity: { ${preferred}: [{ weight: ${weight}, podAffinityTerm: { topologyKey: a } }] } }`,
      ),
    );
  expect(weighed(100)).toEqual([]);
  expect(weighed(0)).toEqual([
    `error Pod/web spec.affinity.podAntiAffinity.${preferred}[0].weight: must be within 1-100, got 0`,
  ]);
  const spread = (skew: number): string[] =>
    finds(check, podYaml(`topologySpreadConstraints: [{ maxSkew: ${skew}, topologyKey: a }]`));
  expect(spread(1)).toEqual([]);
  expect(spread(0)).toEqual([
    'error Pod/web spec.topologySpreadConstraints[0].maxSkew: must be 1 or more, got 0',
  ]);
});

test('leaves what is misspelt to the check that says so', () => {
  expect(tolerates('name: a, value: b')).toEqual([]);
  expect(tolerates('key: a, effect: noExecute, tolerationSeconds: 60')).toEqual([]);
});

const spread = (more: string): string[] =>
  finds(check, podYaml(`topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, ${more} }]`));

test('reports minDomains where pods may go anywhere, and one spread twice', () => {
  expect(spread('whenUnsatisfiable: DoNotSchedule, minDomains: 2')).toEqual([]);
  expect(spread('whenUnsatisfiable: ScheduleAnyway, minDomains: 2')[0]).toContain(
    'minDomains is only',
  );
  const twice =
    'whenUnsatisfiable: DoNotSchedule }, { maxSkew: 2, topologyKey: zone, whenUnsatisfiable: ';
  expect(spread(`${twice}DoNotSchedule`)[0]).toContain('over zone (DoNotSchedule) already');
  expect(spread(`${twice}ScheduleAnyway`)).toEqual([]);
});

const fields = (match: string): string[] =>
  finds(
    check,
    podYaml(
      `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ ${match} }] }] } } }`,
    ),
  );

test('takes a field of a node for its name alone', () => {
  const place =
    'error Pod/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0]';
  expect(fields('key: metadata.name, operator: In, values: [node1]')).toEqual([]);
  expect(fields('key: disk, operator: In, values: [ssd]')).toEqual([
    `${place}.key: no such field of a node can be asked for, got "disk"`,
  ]);
  expect(fields('key: metadata.name, operator: In, values: [a, b]')).toEqual([
    `${place}.values: the field metadata.name takes exactly one value, got 2`,
  ]);
  expect(fields('key: metadata.name, operator: Exists')).toEqual([
    `${place}.operator: the field metadata.name takes the operators In and NotIn, got Exists`,
  ]);
});
