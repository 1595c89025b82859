import { isClusterScoped } from '../../../src/facts/kubernetes/cluster-scoped';

test.each([
  ['v1', 'Namespace'],
  ['v1', 'PersistentVolume'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
  ['storage.k8s.io/v1', 'StorageClass'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['scheduling.k8s.io/v1', 'PriorityClass'],
])('%s %s belongs to the cluster', (apiVersion, kind) => {
  expect(isClusterScoped(apiVersion, kind)).toBe(true);
});

test.each([
  ['v1', 'Service'],
  ['apps/v1', 'Deployment'],
  ['policy/v1', 'PodDisruptionBudget'],
  ['rbac.authorization.k8s.io/v1', 'Role'],
  ['storage.k8s.io/v1', 'CSIStorageCapacity'],
])('%s %s lives in a namespace', (apiVersion, kind) => {
  expect(isClusterScoped(apiVersion, kind)).toBe(false);
});

test('the version of the group does not matter', () => {
  expect(isClusterScoped('rbac.authorization.k8s.io/v1beta1', 'ClusterRole')).toBe(true);
  expect(isClusterScoped('apps/v1beta2', 'Deployment')).toBe(false);
});

test.each([
  ['example.com/v1', 'Namespace'],
  ['v1', 'Deployment'],
  ['v1', 'constructor'],
  ['v1', ''],
])('says nothing about %s %s, which is not built in', (apiVersion, kind) => {
  expect(isClusterScoped(apiVersion, kind)).toBeUndefined();
});
