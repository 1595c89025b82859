import { validAutoscaler as check } from '../../../src/checks/rules/valid-autoscaler';
import { finds } from '../finds';

const say = (bounds: string): string[] =>
  finds(
    check,
    `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: it }\nspec: { ${bounds} }`,
  );

test('passes bounds in order', () => {
  expect(say('minReplicas: 2, maxReplicas: 2')).toEqual([]);
  expect(say('maxReplicas: 1')).toEqual([]);
});

test('reports bounds out of order, and warns of 0', () => {
  expect(say('minReplicas: 3, maxReplicas: 2')[0]).toMatch(/^error .*spec.maxReplicas/);
  expect(say('maxReplicas: 0')[0]).toMatch(/^error/);
  expect(say('minReplicas: -1, maxReplicas: 2')[0]).toMatch(/^error/);
  expect(say('minReplicas: 0, maxReplicas: 2')[0]).toMatch(/^warning/);
});

const metric = (part: string): string[] => say(`maxReplicas: 2, metrics: [{ ${part} }]`);
const field = 'error HorizontalPodAutoscaler/it spec.metrics[0]';

test.each([
  'type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }',
  'type: Resource, resource: { name: memory, target: { type: AverageValue, averageValue: 1Gi } }',
  'type: Pods, pods: { metric: { name: a }, target: { type: AverageValue, averageValue: 1 } }',
  'type: Resource, Resource: { name: cpu }',
])('passes a whole metric, and leaves a misspelt one to the check for that: %s', (part) => {
  expect(metric(part)).toEqual([]);
});

test.each([
  [
    'type: Pods, resource: { name: cpu }',
    ': a metric of the type Pods has the part pods alone, got resource',
  ],
  ['type: Resource', ': a metric of the type Resource has the part resource alone, got nothing'],
  [
    'type: Resource, resource: { name: cpu, target: { type: Utilization } }',
    '.resource.target.averageUtilization: the target has neither averageUtilization nor averageValue',
  ],
  [
    'type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 7, averageValue: 1 } }',
    '.resource.target.averageValue: averageUtilization and averageValue may not both be set',
  ],
  [
    'type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 0 } }',
    '.resource.target.averageUtilization: must be 1 or more, got 0',
  ],
])('reports a metric that the API server refuses: %s', (part, found) => {
  expect(metric(part)).toEqual([field + found]);
});

test('reports a window of more than an hour', () => {
  const window = (seconds: number): string[] =>
    say(`maxReplicas: 2, behavior: { scaleDown: { stabilizationWindowSeconds: ${seconds} } }`);
  expect(window(3600)).toEqual([]);
  expect(window(7200)).toEqual([
    'error HorizontalPodAutoscaler/it spec.behavior.scaleDown.stabilizationWindowSeconds: must be within 0-3600, got 7200',
  ]);
});

const amount = (type: string, part: string, target: string): string[] =>
  say(
    `maxReplicas: 2, metrics: [{ type: ${type}, ${part}: { metric: { name: a }, target: { type: Value, ${target} } } }]`,
  );

test('wants an amount of metrics that are no resources', () => {
  expect(amount('Pods', 'pods', 'averageValue: 10')).toEqual([]);
  expect(amount('Object', 'object', 'value: 10')).toEqual([]);
  expect(amount('Pods', 'pods', 'value: 10')[0]).toContain('the target has no averageValue');
  expect(amount('Object', 'object', '')[0]).toContain('neither value nor averageValue');
  expect(amount('External', 'external', 'value: 1, averageValue: 1')[0]).toContain('may not both');
});

test('reports an empty list of policies', () => {
  expect(say('maxReplicas: 2, behavior: { scaleUp: { policies: [] } }')).toEqual([
    'error HorizontalPodAutoscaler/it spec.behavior.scaleUp.policies: the list is empty',
  ]);
});
