import { rolloutKeepsServing as check } from '../../../src/checks/rules/rollout-keeps-serving';
import { finds, serviceYaml, workloadYaml } from '../finds';

const say = (spec: string, pod = ''): string[] =>
  finds(
    check,
    workloadYaml('Deployment', spec, pod) +
      serviceYaml('selector: { app: web }, ports: [{ port: 80 }]'),
  );
const rolling = (replicas: number, settings: string): string[] =>
  say(`replicas: ${replicas}\n  strategy: { rollingUpdate: { ${settings} } }`);

test.each([
  [2, 'maxUnavailable: 2'],
  [2, 'maxUnavailable: 100%'],
  [1, 'maxUnavailable: 1'],
  // Both come to 0, and then the controller lets one go.
  [1, 'maxSurge: 0, maxUnavailable: 25%'],
])('warns of %i replicas with %s', (replicas, settings) => {
  expect(rolling(replicas, settings)).toHaveLength(1);
});

test.each([
  [2, 'maxUnavailable: 1'],
  [1, 'maxUnavailable: 0'],
  [1, 'maxUnavailable: 50%'],
  [3, 'maxSurge: 0, maxUnavailable: 25%'],
])('passes %i replicas with %s', (replicas, settings) => {
  expect(rolling(replicas, settings)).toEqual([]);
});

test('warns of Recreate, and passes the defaults', () => {
  expect(say('strategy: { type: Recreate }')).toEqual([
    'warning Deployment/web spec.strategy.type: all pods behind Service web stop before new ones start, got type Recreate',
  ]);
  expect(say('')).toEqual([]);
});

test('passes Recreate of one pod that holds a disk or a device', () => {
  const claim = 'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]';
  expect(say('strategy: { type: Recreate }', claim)).toEqual([]);
});

test('passes a Deployment that no Service sends to', () => {
  expect(finds(check, workloadYaml('Deployment', 'strategy: { type: Recreate }'))).toEqual([]);
});
