import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
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

test('knows each kind that the newest Kubernetes serves', () => {
  const file = resolve(__dirname, '../../../src/facts/kubernetes/api/kinds.generated.ts');
  const kinds = [...readFileSync(file, 'utf8').matchAll(/^ {2}readonly '(\S+) (\S+)':/gm)];
  expect(kinds.length).toBeGreaterThan(90);
  for (const [, apiVersion = '', kind = ''] of kinds) {
    expect([apiVersion, kind, isClusterScoped(apiVersion, kind)]).toEqual([
      apiVersion,
      kind,
      expect.any(Boolean),
    ]);
  }
});
