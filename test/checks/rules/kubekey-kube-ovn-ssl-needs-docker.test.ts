import { kubekeyKubeOvnSslNeedsDocker } from '../../../src/checks/rules/kubekey-kube-ovn-ssl-needs-docker';
import { cluster, linesOf } from '../kubekey-input';

test('reports encryption with containerd', () => {
  expect(
    linesOf(
      kubekeyKubeOvnSslNeedsDocker,
      cluster('spec: {network: {plugin: kubeovn, kubeovn: {enableSSL: true}}}'),
    ),
  ).toEqual([
    'error spec.network.kubeovn.enableSSL: needs docker, but containerManager is containerd; KubeKey calls the docker command, which is not there. Set containerManager to docker, or remove enableSSL.',
  ]);
});

test.each([
  [
    'encryption with docker',
    'spec: {kubernetes: {containerManager: docker}, network: {plugin: kubeovn, kubeovn: {enableSSL: true}}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyKubeOvnSslNeedsDocker, cluster(change))).toEqual([]);
});
