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

test('reports more than all pods of a DaemonSet, once', () => {
  const field = 'error DaemonSet/web spec.updateStrategy.rollingUpdate.maxUnavailable';
  expect(daemonSet('maxUnavailable: 150%')).toEqual([
    `${field}: must not be above 100%, got "150%"`,
  ]);
  expect(daemonSet('maxUnavailable: -1, maxSurge: 1')).toHaveLength(1);
});

test('reports a rollingUpdate of a StatefulSet that waits for its pods to be deleted', () => {
  const set = (type: string): string[] =>
    finds(
      check,
      workloadYaml(
        'StatefulSet',
        `updateStrategy: { type: ${type}, rollingUpdate: { partition: 1 } }`,
      ),
    );
  expect(set('RollingUpdate')).toEqual([]);
  expect(set('OnDelete')).toEqual([
    'error StatefulSet/web spec.updateStrategy.rollingUpdate: rollingUpdate may not be set when the type is OnDelete',
  ]);
});
