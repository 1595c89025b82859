import { kubekeyKnownValues } from '../../../src/checks/rules/kubekey-known-values';
import { cluster, linesOf } from '../kubekey-input';

test('reports values in other letters', () => {
  expect(
    linesOf(
      kubekeyKnownValues,
      cluster('spec: {network: {plugin: Flannel}, kubernetes: {proxyMode: iptable}}'),
    ),
  ).toEqual([
    'error spec.kubernetes.proxyMode: "iptable" is no value that KubeKey knows; it hands it on, and kube-proxy does not start. Did you mean iptables? Use ipvs, iptables or nftables.',
    'error spec.network.plugin: "Flannel" is no value that KubeKey knows; it installs no network plugin and says nothing, so no node becomes ready. Did you mean flannel? Use calico, flannel, cilium, kubeovn or hybridnet.',
  ]);
});

test('reports an architecture on its host', () => {
  expect(
    linesOf(
      kubekeyKnownValues,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, arch: aarch64}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].arch: "aarch64" is no value that KubeKey knows; it stops with "Unsupported architecture" after it has logged in to the hosts. Use amd64 or arm64.',
  ]);
});

test('warns of no network plugin', () => {
  expect(linesOf(kubekeyKnownValues, cluster('spec: {network: {plugin: none}}'))).toEqual([
    'warning spec.network.plugin: "none" is no plugin that KubeKey knows; it installs none, and no node becomes ready until you install one. Use calico, flannel, cilium, kubeovn or hybridnet, or install a network plugin yourself.',
  ]);
});

test.each([
  [
    'empty values, which stand for the default',
    'spec: {network: {plugin: ""}, etcd: {type: ""}, registry: {type: ""}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyKnownValues, cluster(change))).toEqual([]);
});
