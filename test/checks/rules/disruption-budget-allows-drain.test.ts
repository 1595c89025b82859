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

test('counts what an autoscaler of another namespace, or of another kind, does not scale', () => {
  const scaler = (namespace: string, kind: string): string => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: ${namespace} }
spec: { maxReplicas: 9, scaleTargetRef: { apiVersion: apps/v1, kind: ${kind}, name: web } }
---`;
  const workload = workloadYaml('Deployment', 'replicas: 2').replace(
    'name: web }',
    'name: web, namespace: shop }',
  );
  expect(say('minAvailable: 2', `${scaler('other', 'Deployment')}${workload}`)).toHaveLength(1);
  expect(say('minAvailable: 2', `${scaler('shop', 'StatefulSet')}${workload}`)).toHaveLength(1);
  expect(say('minAvailable: 2', `${scaler('shop', 'Deployment')}${workload}`)).toEqual([]);
});

test('counts the pods of a selector by expressions', () => {
  const selected = (operator: string): string[] =>
    finds(
      check,
      `${workloadYaml('Deployment', 'replicas: 2')}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: it }
spec: { minAvailable: 2, selector: { matchExpressions: [{ key: app, operator: ${operator}, values: [web] }] } }`,
    );
  expect(selected('In')).toHaveLength(1);
  expect(selected('NotIn')).toEqual([]);
});
