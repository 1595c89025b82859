import { disruptionBudgetAllowsDrain as check } from '../../../src/checks/rules/disruption-budget-allows-drain';
import { finds, workloadYaml } from '../finds';

const say = (bounds: string, workload = workloadYaml('Deployment', 'replicas: 2')): string[] =>
  finds(
    check,
    `${workload}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: it }
spec: { ${bounds}, selector: { matchLabels: { app: web } } }`,
  );

test('passes a budget that lets a pod go', () => {
  expect(say('minAvailable: 1')).toEqual([]);
  expect(say('maxUnavailable: 1')).toEqual([]);
  expect(say('minAvailable: 50%')).toEqual([]);
});

test.each(['maxUnavailable: 0', 'maxUnavailable: 0%', 'minAvailable: 100%', 'minAvailable: 2'])(
  'warns of a budget that lets no pod go: %s',
  (bounds) => {
    expect(say(bounds)).toHaveLength(1);
    expect(say(bounds)[0]).toMatch(/^warning PodDisruptionBudget/);
  },
);

test('does not count pods whose number is not written here', () => {
  expect(say('minAvailable: 2', workloadYaml('DaemonSet'))).toEqual([]);
});

test('reports both bounds at once', () => {
  expect(say('minAvailable: 1, maxUnavailable: 1')[0]).toMatch(/^error/);
});

test('reports more than all of the pods', () => {
  expect(say('maxUnavailable: 100%')).toEqual([]);
  expect(say('minAvailable: 101%')).toEqual([
    'error PodDisruptionBudget/it spec.minAvailable: must not be above 100%, got "101%"',
  ]);
});
