import { mergeKubeKeyDocuments } from '../../src/manifest/kubekey-documents';

const cluster = (spec: Record<string, unknown>, kind = 'Cluster') => ({
  apiVersion: 'kubekey.kubesphere.io/v1alpha2',
  kind,
  metadata: { name: 'sample' },
  spec,
});

const specOf = (...specs: Record<string, unknown>[]): unknown =>
  mergeKubeKeyDocuments(specs.map((spec) => cluster(spec)))?.['spec'];

test('the last document wins, field by field', () => {
  expect(
    specOf(
      { kubernetes: { version: 'v1.26.4', maxPods: 9 } },
      { kubernetes: { version: 'v1.27.1' } },
    ),
  ).toEqual({ kubernetes: { version: 'v1.27.1', maxPods: 9 } });
});

test('hosts merge by their place in the list, and the list is as long as the last one', () => {
  expect(
    specOf({ hosts: [{ name: 'a', user: 'x' }, { name: 'b' }] }, { hosts: [{ name: 'c' }] }),
  ).toEqual({ hosts: [{ name: 'c', user: 'x' }] });
});

test('mappings with free keys gain keys, and lists of texts are replaced', () => {
  expect(
    specOf({ roleGroups: { etcd: ['a', 'b'], worker: ['a'] } }, { roleGroups: { etcd: ['c'] } }),
  ).toEqual({ roleGroups: { etcd: ['c'], worker: ['a'] } });
});

test('auths are replaced as a whole', () => {
  expect(specOf({ registry: { auths: { a: {} } } }, { registry: { auths: { b: {} } } })).toEqual({
    registry: { auths: { b: {} } },
  });
});

test('keys are spelled as KubeKey spells them, and unknown ones are left out', () => {
  expect(specOf({ HOSTS: [{ Name: 'a', taints: [] }] })).toEqual({ hosts: [{ name: 'a' }] });
});

test('only the kind decides what a Cluster is', () => {
  expect(mergeKubeKeyDocuments([cluster({}, 'Clusters')])).toBeUndefined();
  expect(mergeKubeKeyDocuments([{ ...cluster({}), apiVersion: 'foo/v9' }])).toMatchObject({
    apiVersion: 'foo/v9',
    kind: 'Cluster',
  });
});
