import { kubekeyHaproxyWithoutAddress } from '../../../src/checks/rules/kubekey-haproxy-without-address';
import { cluster, linesOf } from '../kubekey-input';

test('reports an address beside haproxy', () => {
  expect(
    linesOf(
      kubekeyHaproxyWithoutAddress,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: haproxy, address: 192.168.0.10}}',
      ),
    ),
  ).toEqual([
    'error spec.controlPlaneEndpoint.address: must be empty with haproxy, got "192.168.0.10"; KubeKey stops with exit code 0, as if all was well. Set address to "", or remove internalLoadbalancer to use the load balancer at that address.',
  ]);
});

test('reports 127.0.0.1 beside haproxy', () => {
  expect(
    linesOf(
      kubekeyHaproxyWithoutAddress,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: haproxy, address: 127.0.0.1}}',
      ),
    ),
  ).toEqual([
    'error spec.controlPlaneEndpoint.address: must be empty with haproxy, got "127.0.0.1"; KubeKey stops with exit code 0, as if all was well. Set address to "", or remove internalLoadbalancer to use the load balancer at that address.',
  ]);
});

test.each([
  [
    'haproxy alone',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: haproxy, address: ""}}',
  ],
  [
    'an address with kube-vip',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.10}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyHaproxyWithoutAddress, cluster(change))).toEqual([]);
});
