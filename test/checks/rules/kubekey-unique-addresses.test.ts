import { kubekeyUniqueAddresses } from '../../../src/checks/rules/kubekey-unique-addresses';
import { cluster, linesOf } from '../kubekey-input';

test('reports one address for two hosts', () => {
  expect(
    linesOf(
      kubekeyUniqueAddresses,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.3}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[1].address: 192.168.0.3 is the address of node1 too; KubeKey sets up one machine as two nodes. Give every host its own address.',
  ]);
});

test('reports one internal address', () => {
  expect(
    linesOf(
      kubekeyUniqueAddresses,
      cluster(
        'spec: {hosts: [{name: node1, address: 1.1.1.1, internalAddress: 192.168.0.3}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[1].address: 192.168.0.3 is the address of node1 too; KubeKey sets up one machine as two nodes. Give every host its own address.',
  ]);
});

test('reports one place to log in to', () => {
  expect(
    linesOf(
      kubekeyUniqueAddresses,
      cluster(
        'spec: {hosts: [{name: node1, address: 1.1.1.1, internalAddress: 10.0.0.1}, {name: node2, address: 1.1.1.1, internalAddress: 10.0.0.2}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[1].address: 1.1.1.1 with port 22 is the address of node1 too; KubeKey logs in to one machine for both. Give every host its own address.',
  ]);
});

test('reports one IPv6 address', () => {
  expect(
    linesOf(
      kubekeyUniqueAddresses,
      cluster(
        'spec: {hosts: [{name: node1, address: 10.0.0.1, internalAddress: "10.0.0.1,fd00::1"}, {name: node2, address: 10.0.0.2, internalAddress: "10.0.0.2,fd00::1"}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[1].internalAddress: fd00::1 is the address of node1 too; KubeKey sets up one machine as two nodes. Give every host its own address.',
  ]);
});

test.each([
  [
    'hosts behind one address with ports of their own',
    'spec: {hosts: [{name: node1, address: 1.1.1.1, port: 2201, internalAddress: 10.0.0.1}, {name: node2, address: 1.1.1.1, port: 2202, internalAddress: 10.0.0.2}]}',
  ],
  ['hosts without addresses', 'spec: {hosts: [{name: node1}, {name: node2}]}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyUniqueAddresses, cluster(change))).toEqual([]);
});
