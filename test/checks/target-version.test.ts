import { newestKubernetesVersion, targetVersion } from '../../src/checks/target-version';
import { minorOf } from '../../src/manifest/kubernetes-version';

const cluster = (version: unknown) => ({
  apiVersion: 'kubekey.kubesphere.io/v1alpha2',
  kind: 'Cluster',
  metadata: { name: 'sample' },
  spec: { kubernetes: { version } },
});
const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };

test('the version that is given comes first', () => {
  expect(targetVersion([cluster('v1.26.4')], 'v1.30.1')).toEqual({
    version: '1.30',
    source: 'given',
  });
});

test('a KubeKey Cluster among the objects says the version', () => {
  expect(targetVersion([service, cluster('v1.26.4')])).toEqual({
    version: '1.26',
    source: 'cluster',
  });
  expect(targetVersion([cluster('v1.21.4-k3s')]).version).toBe('1.21');
});

test('a Config of kk 4 says the version, too', () => {
  const config = {
    apiVersion: 'kubekey.kubesphere.io/v1',
    kind: 'Config',
    spec: { kubernetes: { kube_version: 'v1.30.4' } },
  };
  expect(targetVersion([service, config])).toEqual({ version: '1.30', source: 'cluster' });
});

test('the first of several Clusters is listened to, and the others are named', () => {
  expect(targetVersion([cluster('v1.26.4'), cluster('v1.30.4'), cluster('v1.26.5')])).toEqual({
    version: '1.26',
    source: 'cluster',
    others: ['1.30'],
  });
});

test('without a version anywhere the newest is taken', () => {
  const newest = { version: newestKubernetesVersion, source: 'newest' };
  expect(targetVersion([service])).toEqual(newest);
  expect(targetVersion([cluster(undefined), cluster(1.26), cluster('latest')])).toEqual(newest);
});

test('a Cluster of another group says nothing', () => {
  const other = { ...cluster('v1.26.4'), apiVersion: 'cluster.x-k8s.io/v1beta1' };
  expect(targetVersion([other]).source).toBe('newest');
});

test.each([
  ['1.26', '1.26'],
  ['v1.26.4', '1.26'],
  ['v1.26.4-k3s', '1.26'],
  ['1', undefined],
  ['v1.26.4x', undefined],
  [1.26, undefined],
])('the minor of %p is %p', (version, minor) => {
  expect(minorOf(version)).toBe(minor);
});
