import { kubekeyValidAddress } from '../../../src/checks/rules/kubekey-valid-address';
import { cluster, linesOf } from '../kubekey-input';

test('reports a missing address', () => {
  expect(linesOf(kubekeyValidAddress, cluster('spec: {hosts: [{name: node1}]}'))).toEqual([
    'error spec.hosts[0].address: "node1" has no address; KubeKey can\'t log in to it. Give it an address.',
  ]);
});

test.each(['ip', 'adress', 'internal_address'])(
  'leaves an address under the unknown name %s to the check of names',
  (key) => {
    const change = `spec: {hosts: [{name: node1, ${key}: 10.0.0.1}]}`;
    expect(linesOf(kubekeyValidAddress, cluster(change))).toEqual([]);
  },
);

test('reports texts that are no addresses', () => {
  expect(
    linesOf(
      kubekeyValidAddress,
      cluster(
        'spec: {hosts: [{name: a, address: 10.0.0.256}, {name: b, address: "10.0.0.1:22"}, {name: c, address: host.example.com}, {name: d, address: 10.0.0.4, internalAddress: 010.0.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].address: "10.0.0.256" is no IP address; KubeKey would log in to it as it is. Write an IPv4 address such as 192.168.0.2, without a port or a prefix length.',
    'error spec.hosts[1].address: "10.0.0.1:22" is no IP address; KubeKey would log in to it as it is. Write an IPv4 address such as 192.168.0.2, without a port or a prefix length.',
    'error spec.hosts[2].address: "host.example.com" is no IP address; KubeKey would log in to it as it is. Write an IPv4 address such as 192.168.0.2, without a port or a prefix length.',
    'error spec.hosts[3].internalAddress: "010.0.0.4" is no IP address; KubeKey would make it the address of the node. Write an IPv4 address such as 192.168.0.2, without a port or a prefix length.',
  ]);
});

test('reports addresses that no other node reaches', () => {
  expect(
    linesOf(
      kubekeyValidAddress,
      cluster(
        'spec: {hosts: [{name: a, address: 127.0.0.1}, {name: b, address: 10.0.0.1, internalAddress: 0.0.0.0}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].address: "127.0.0.1" can\'t be the address of a node; KubeKey would give it to the other nodes. Write the address that the other nodes reach this host at.',
    'error spec.hosts[1].internalAddress: "0.0.0.0" can\'t be the address of a node; KubeKey would give it to the other nodes. Write the address that the other nodes reach this host at.',
  ]);
});

test.each([
  [
    'a host name to log in to',
    'spec: {hosts: [{name: a, address: host.example.com, internalAddress: 10.0.0.1}]}',
  ],
  [
    'the machine itself',
    'spec: {hosts: [{name: a, address: 127.0.0.1, internalAddress: 10.0.0.1}]}',
  ],
  [
    'an address of the wrong type, which is a finding of its own',
    'spec: {hosts: [{name: a, address: 5}]}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidAddress, cluster(change))).toEqual([]);
});
