import { kubekeySeparateNetworks } from '../../../src/checks/rules/kubekey-separate-networks';
import { cluster, linesOf } from '../kubekey-input';

test('reports networks that share addresses', () => {
  expect(
    linesOf(kubekeySeparateNetworks, cluster('spec: {network: {kubePodsCIDR: 10.233.0.0/17}}')),
  ).toEqual([
    'error spec.network.kubeServiceCIDR: 10.233.0.0/18 shares addresses with 10.233.0.0/17 of spec.network.kubePodsCIDR; KubeKey sets up both. Choose networks that share no address.',
  ]);
});

test('reports a host within the Pod network', () => {
  expect(
    linesOf(kubekeySeparateNetworks, cluster('spec: {network: {kubePodsCIDR: 192.168.0.0/20}}')),
  ).toEqual([
    "error spec.hosts[0].internalAddress: 192.168.0.2 lies within 192.168.0.0/20 of spec.network.kubePodsCIDR; KubeKey sets up both, and the address can't be reached once the network is up. Choose a network that the hosts are not in.",
    "error spec.hosts[1].internalAddress: 192.168.0.3 lies within 192.168.0.0/20 of spec.network.kubePodsCIDR; KubeKey sets up both, and the address can't be reached once the network is up. Choose a network that the hosts are not in.",
    "error spec.hosts[2].internalAddress: 192.168.0.4 lies within 192.168.0.0/20 of spec.network.kubePodsCIDR; KubeKey sets up both, and the address can't be reached once the network is up. Choose a network that the hosts are not in.",
  ]);
});

test('reports a load balancer within the Services', () => {
  expect(
    linesOf(
      kubekeySeparateNetworks,
      cluster('spec: {controlPlaneEndpoint: {address: 10.233.0.9}}'),
    ),
  ).toEqual([
    "error spec.controlPlaneEndpoint.address: 10.233.0.9 lies within 10.233.0.0/18 of spec.network.kubeServiceCIDR; KubeKey sets up both, and the address can't be reached once the network is up. Choose a network that the hosts are not in.",
  ]);
});

test("reports Kube-OVN's own network", () => {
  expect(
    linesOf(
      kubekeySeparateNetworks,
      cluster('spec: {network: {plugin: kubeovn, kubeovn: {joinCIDR: 10.233.0.0/24}}}'),
    ),
  ).toEqual([
    'error spec.network.kubeovn.joinCIDR: 10.233.0.0/24 shares addresses with 10.233.0.0/18 of spec.network.kubeServiceCIDR; KubeKey sets up both. Choose networks that share no address.',
  ]);
});

test('reports the address of the DNS cache', () => {
  expect(
    linesOf(kubekeySeparateNetworks, cluster('spec: {network: {kubeServiceCIDR: 169.254.0.0/16}}')),
  ).toEqual([
    "error spec.kubernetes.nodelocaldns: 169.254.25.10 lies within 169.254.0.0/16 of spec.network.kubeServiceCIDR; KubeKey sets up both, and the address can't be reached once the network is up. Choose a network that the hosts are not in.",
  ]);
});

test.each([
  [
    'IPv6 beside IPv4',
    'spec: {network: {kubePodsCIDR: "10.233.64.0/18,fd00:1::/112", kubeServiceCIDR: "10.233.0.0/18,fd00:2::/112"}}',
  ],
  ['networks side by side', ''],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeySeparateNetworks, cluster(change))).toEqual([]);
});
