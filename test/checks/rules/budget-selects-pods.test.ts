import { budgetSelectsPods as check } from '../../../src/checks/rules/budget-selects-pods';
import { finds, workloadYaml } from '../finds';

const pods = workloadYaml('Deployment');
const budget = (selector: string): string => `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: it }
spec: { maxUnavailable: 1, selector: { ${selector} } }
---
`;

test('passes a budget that selects pods, and one for all pods', () => {
  expect(finds(check, pods + budget('matchLabels: { app: web }'))).toEqual([]);
  expect(finds(check, pods + budget(''))).toEqual([]);
});

test('reports a selector that misses a workload narrowly', () => {
  expect(finds(check, pods + budget('matchLabels: { app: wbe }'))).toEqual([
    'error PodDisruptionBudget/it spec.selector: no pod has the labels app: wbe; Deployment web differs in app only',
  ]);
});

test('warns of a selector that may mean pods outside of the input', () => {
  const problem =
    'PodDisruptionBudget/it spec.selector: none of the objects here makes a pod with the labels app: db';
  const yaml = pods + budget('matchLabels: { app: db }');
  expect(finds(check, yaml)).toEqual([`warning ${problem}`]);
  expect(finds(check, yaml, { references: 'closed' })).toEqual([`error ${problem}`]);
});
