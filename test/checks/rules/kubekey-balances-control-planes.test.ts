import { kubekeyBalancesControlPlanes } from '../../../src/checks/rules/kubekey-balances-control-planes';
import { cluster, linesOf } from '../kubekey-input';

test('reports several control planes without a load balancer', () => {
  expect(
    linesOf(
      kubekeyBalancesControlPlanes,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {address: ""}}',
      ),
    ),
  ).toEqual([
    'error spec.controlPlaneEndpoint: puts no load balancer before 3 control planes; KubeKey sends all nodes to the first of them. Set internalLoadbalancer to haproxy or kube-vip, or address to that of your own load balancer, or externalDNS to true where your DNS server knows the domain.',
  ]);
});

test("reports an address that KubeKey replaces by the first control plane's", () => {
  expect(
    linesOf(
      kubekeyBalancesControlPlanes,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {address: 127.0.0.1}}',
      ),
    ),
  ).toEqual([
    'error spec.controlPlaneEndpoint.address: puts no load balancer before 3 control planes; KubeKey sends all nodes to the first of them. Set internalLoadbalancer to haproxy or kube-vip, or address to that of your own load balancer, or externalDNS to true where your DNS server knows the domain.',
  ]);
});

test("reports a control plane's own address", () => {
  expect(
    linesOf(
      kubekeyBalancesControlPlanes,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {address: 192.168.0.2}}',
      ),
    ),
  ).toEqual([
    'error spec.controlPlaneEndpoint.address: 192.168.0.2 is the address of the control plane node1 and no load balancer; KubeKey sends all nodes to that host. Set internalLoadbalancer to haproxy or kube-vip, or address to that of your own load balancer, or externalDNS to true where your DNS server knows the domain.',
  ]);
});

test.each([
  [
    'haproxy',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: haproxy}}',
  ],
  [
    "an address of one's own load balancer",
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {address: 192.168.0.10}}',
  ],
  [
    'a domain that the DNS server knows',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {externalDNS: true}}',
  ],
  ['one control plane', ''],
  [
    'a misspelt load balancer, which is a finding of its own',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: HAProxy}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyBalancesControlPlanes, cluster(change))).toEqual([]);
});
