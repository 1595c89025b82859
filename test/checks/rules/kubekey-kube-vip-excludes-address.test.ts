import { kubekeyKubeVipExcludesAddress } from '../../../src/checks/rules/kubekey-kube-vip-excludes-address';
import { cluster, linesOf } from '../kubekey-input';

test('warns of IPVS, which is the default', () => {
  expect(
    linesOf(
      kubekeyKubeVipExcludesAddress,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.10}}',
      ),
    ),
  ).toEqual([
    'warning spec.kubernetes.kubeProxyConfiguration: does not exclude 192.168.0.10, the address of kube-vip; KubeKey lets kube-proxy in IPVS mode clean it up. Add 192.168.0.10/32 to ipvs.excludeCIDRs, or set proxyMode to iptables.',
  ]);
});

test('warns where another address is excluded', () => {
  expect(
    linesOf(
      kubekeyKubeVipExcludesAddress,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.10}, kubernetes: {kubeProxyConfiguration: {ipvs: {excludeCIDRs: [192.168.0.11/32, 7]}}}}',
      ),
    ),
  ).toEqual([
    'warning spec.kubernetes.kubeProxyConfiguration: does not exclude 192.168.0.10, the address of kube-vip; KubeKey lets kube-proxy in IPVS mode clean it up. Add 192.168.0.10/32 to ipvs.excludeCIDRs, or set proxyMode to iptables.',
  ]);
});

test.each([
  [
    'an excluded network',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.10}, kubernetes: {kubeProxyConfiguration: {ipvs: {excludeCIDRs: [192.168.0.0/24]}}}}',
  ],
  [
    'iptables',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.10}, kubernetes: {proxyMode: iptables}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyKubeVipExcludesAddress, cluster(change))).toEqual([]);
});
