import { hasDisruptionBudget as check } from '../../../src/checks/rules/has-disruption-budget';
import { finds, workloadYaml } from '../finds';

const budget = (app: string, namespace = ''): string => `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: it${namespace} }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: ${app} } } }
---
`;
const several = workloadYaml('Deployment', 'replicas: 3');

test('warns of several replicas without one', () => {
  expect(finds(check, several)).toEqual([
    'warning Deployment/web spec.replicas: 3 replicas and no PodDisruptionBudget that selects them',
  ]);
  expect(finds(check, several + budget('other'))).toHaveLength(1);
  expect(finds(check, workloadYaml('StatefulSet', 'replicas: 2'))).toHaveLength(1);
});

test('passes several replicas with one, or with one that is elsewhere', () => {
  expect(finds(check, several + budget('web'))).toEqual([]);
  const external = [{ kind: 'PodDisruptionBudget', name: '*' }];
  expect(finds(check, several, { external })).toEqual([]);
});

test('passes one replica, a DaemonSet, and a cluster of one host', () => {
  expect(finds(check, workloadYaml('Deployment'))).toEqual([]);
  expect(finds(check, workloadYaml('DaemonSet'))).toEqual([]);
  const cluster = `
apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: it }
spec: { roleGroups: { worker: [a] } }
---`;
  expect(finds(check, cluster + several)).toEqual([]);
});
