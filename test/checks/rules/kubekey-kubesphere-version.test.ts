import { kubekeyKubesphereVersion } from '../../../src/checks/rules/kubekey-kubesphere-version';
import { cluster, linesOf } from '../kubekey-input';

test('reports KubeSphere 4', () => {
  expect(
    linesOf(kubekeyKubesphereVersion, cluster('spec: {kubesphere: {version: v4.1.2}}')),
  ).toEqual([
    'error spec.kubesphere.version: "v4.1.2" is no version of KubeSphere that KubeKey 3 installs; it goes on and fails at the end. Use v3.4.1 with Kubernetes 1.21 to 1.26, or install KubeSphere 4 as an add-on.',
  ]);
});

test('reports a Kubernetes that is too old', () => {
  expect(
    linesOf(
      kubekeyKubesphereVersion,
      cluster(
        'spec: {kubernetes: {version: v1.20.10}, kubesphere: {enabled: true, version: v3.4.1}}',
      ),
    ),
  ).toEqual([
    'error spec.kubesphere.version: v3.4.1 supports Kubernetes 1.21 to 1.26, but this is 1.20; KubeKey installs it all the same. Use a Kubernetes from 1.21 to 1.26.',
  ]);
});

test.each([
  [
    'a pair that fits',
    'spec: {kubernetes: {version: v1.22.17}, kubesphere: {enabled: true, version: v3.3.0}}',
  ],
  ['the newest', 'spec: {kubesphere: {version: latest}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyKubesphereVersion, cluster(change))).toEqual([]);
});

test("compares the version of KubeSphere's own document in the file", () => {
  const kubeSphere = {
    apiVersion: 'installer.kubesphere.io/v1alpha1',
    kind: 'ClusterConfiguration',
    metadata: { name: 'ks-installer', labels: { version: 'v3.4.1' } },
  };
  const newer = cluster('spec: {kubernetes: {version: v1.28.0}}');
  expect(linesOf(kubekeyKubesphereVersion, newer, kubeSphere)).toEqual([
    'error metadata.labels.version: v3.4.1 supports Kubernetes 1.21 to 1.26, but this is 1.28; KubeKey installs it all the same. Use a Kubernetes from 1.21 to 1.26.',
  ]);
  expect(linesOf(kubekeyKubesphereVersion, cluster(), kubeSphere)).toEqual([]);
});
