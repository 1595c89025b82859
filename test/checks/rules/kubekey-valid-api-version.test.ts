import { kubekeyValidApiVersion } from '../../../src/checks/rules/kubekey-valid-api-version';
import { cluster, linesOf } from '../kubekey-input';

test('warns of another version, which KubeKey never looks at', () => {
  const older = cluster('apiVersion: kubekey.kubesphere.io/v1alpha1');
  expect(linesOf(kubekeyValidApiVersion, older)).toEqual([
    'warning apiVersion: "kubekey.kubesphere.io/v1alpha1" is no version of KubeKey\'s Cluster that KubeKey 3 was made for; it reads the file as v1alpha2 all the same. Write apiVersion: kubekey.kubesphere.io/v1alpha2 and kind: Cluster.',
  ]);
});

test('reports a kind that KubeKey skips', () => {
  expect(linesOf(kubekeyValidApiVersion, cluster('kind: cluster'))).toEqual([
    'error kind: "cluster" is no kind that KubeKey reads; it skips the object. Write apiVersion: kubekey.kubesphere.io/v1alpha2 and kind: Cluster.',
  ]);
});

test('reports a Cluster of a misspelt group', () => {
  expect(linesOf(kubekeyValidApiVersion, cluster('apiVersion: kubekey.io/v1alpha2'))).toHaveLength(
    1,
  );
});

test.each([
  { apiVersion: 'kubekey.kubesphere.io/v1alpha2', kind: 'Cluster' },
  { apiVersion: 'kubekey.kubesphere.io/v1', kind: 'Inventory' },
  { apiVersion: 'kubekey.kubesphere.io/v1', kind: 'Config' },
  { apiVersion: 'cluster.x-k8s.io/v1beta1', kind: 'Cluster' },
])('says nothing of $kind of $apiVersion', (manifest) => {
  expect(linesOf(kubekeyValidApiVersion, manifest)).toEqual([]);
});
