import { validRollout as check } from '../../../src/checks/rules/valid-rollout';
import { finds, workloadYaml } from '../finds';

const deployment = (spec: string): string[] => finds(check, workloadYaml('Deployment', spec));
const daemonSet = (settings: string): string[] =>
  finds(check, workloadYaml('DaemonSet', `updateStrategy: { rollingUpdate: { ${settings} } }`));

test('passes settings that leave room', () => {
  expect(deployment('strategy: { rollingUpdate: { maxSurge: 0 } }')).toEqual([]);
  expect(deployment('strategy: { type: Recreate }')).toEqual([]);
  expect(daemonSet('maxSurge: 1, maxUnavailable: 0')).toEqual([]);
});

test.each([
  'strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0% } }',
  'strategy: { type: Recreate, rollingUpdate: { maxSurge: 1 } }',
  'strategy: { rollingUpdate: { maxUnavailable: 101% } }',
  'strategy: { rollingUpdate: { maxSurge: half } }',
  'minReadySeconds: 700',
  'minReadySeconds: -1',
  'revisionHistoryLimit: -1',
])('reports a Deployment with %s', (spec) => {
  expect(deployment(spec)).toHaveLength(1);
});

test('reports a DaemonSet with none or both of the two', () => {
  expect(daemonSet('maxUnavailable: 0')).toHaveLength(1);
  expect(daemonSet('maxSurge: 1, maxUnavailable: 1')).toHaveLength(1);
});
