import { kubekeyValidEndpoint } from '../../../src/checks/rules/kubekey-valid-endpoint';
import { cluster, linesOf } from '../kubekey-input';

test('reports an address that is none', () => {
  expect(
    linesOf(
      kubekeyValidEndpoint,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {address: lb.example.com}}',
      ),
    ),
  ).toEqual([
    'error spec.controlPlaneEndpoint.address: "lb.example.com" is no IP address; KubeKey writes it into /etc/hosts as it is. Write an IP address; a name goes into domain, with externalDNS set to true.',
  ]);
});

test('reports a port that is none', () => {
  expect(
    linesOf(
      kubekeyValidEndpoint,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {port: 70000}}',
      ),
    ),
  ).toEqual([
    'error spec.controlPlaneEndpoint.port: must be from 1 to 65535, got 70000; KubeKey tells the nodes to use it. Write 6443.',
  ]);
});

test('reports another port with kube-vip', () => {
  expect(
    linesOf(
      kubekeyValidEndpoint,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.10, port: 8443}}',
      ),
    ),
  ).toEqual([
    'error spec.controlPlaneEndpoint.port: must be 6443 without your own load balancer, got 8443; KubeKey lets kube-vip listen on 6443 and tells the nodes to use 8443. Write 6443, or the address of your own load balancer.',
  ]);
});

test("warns of another port at a control plane's own address", () => {
  expect(
    linesOf(
      kubekeyValidEndpoint,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {address: 192.168.0.2, port: 8443}}',
      ),
    ),
  ).toEqual([
    'warning spec.controlPlaneEndpoint.port: must be 6443 without your own load balancer, got 8443; KubeKey lets the API server listen on 6443 and tells the nodes to use 8443. Write 6443, unless your own load balancer listens on 192.168.0.2.',
  ]);
});

test.each([
  [
    "another port at one's own load balancer",
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {address: 192.168.0.10, port: 8443}}',
  ],
  [
    'another port at a domain that the DNS server knows',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {externalDNS: true, port: 8443}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidEndpoint, cluster(change))).toEqual([]);
});
