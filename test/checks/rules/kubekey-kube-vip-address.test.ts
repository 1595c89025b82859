import { kubekeyKubeVipAddress } from '../../../src/checks/rules/kubekey-kube-vip-address';
import { cluster, linesOf } from '../kubekey-input';

test('reports a missing address', () => {
  expect(
    linesOf(
      kubekeyKubeVipAddress,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip}}',
      ),
    ),
  ).toEqual([
    "error spec.controlPlaneEndpoint.address: is missing; KubeKey takes the first control plane's own address for the virtual one. Write an address that no machine has, in the network of the control planes.",
  ]);
});

test('reports a missing address also with externalDNS', () => {
  expect(
    linesOf(
      kubekeyKubeVipAddress,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, externalDNS: true}}',
      ),
    ),
  ).toEqual([
    "error spec.controlPlaneEndpoint.address: is missing; KubeKey takes the first control plane's own address for the virtual one. Write an address that no machine has, in the network of the control planes.",
  ]);
});

test('reports 127.0.0.1', () => {
  expect(
    linesOf(
      kubekeyKubeVipAddress,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 127.0.0.1}}',
      ),
    ),
  ).toEqual([
    "error spec.controlPlaneEndpoint.address: is 127.0.0.1; KubeKey takes the first control plane's own address for the virtual one. Write an address that no machine has, in the network of the control planes.",
  ]);
});

test("reports a node's own address", () => {
  expect(
    linesOf(
      kubekeyKubeVipAddress,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.3}}',
      ),
    ),
  ).toEqual([
    'error spec.controlPlaneEndpoint.address: 192.168.0.3 is the address of node2; KubeKey takes it for the virtual one all the same. Write an address that no machine has, in the network of the control planes.',
  ]);
});

test('warns of an address far away', () => {
  expect(
    linesOf(
      kubekeyKubeVipAddress,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 10.0.0.3}}',
      ),
    ),
  ).toEqual([
    'warning spec.controlPlaneEndpoint.address: 10.0.0.3 looks as if it is outside the network of the control planes; KubeKey does not compare them, and nobody answers for it there. Write an address that no machine has, in the network of the control planes.',
  ]);
});

test.each([
  [
    'a free address',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.7.3}}',
  ],
  [
    'an address far away that is announced by BGP',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 10.0.0.3, kubevip: {mode: BGP}}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyKubeVipAddress, cluster(change))).toEqual([]);
});
