import { kubekeyRolesNameHosts } from '../../../src/checks/rules/kubekey-roles-name-hosts';
import { cluster, linesOf } from '../kubekey-input';

test('reports unknown hosts, with the one that was meant', () => {
  expect(
    linesOf(kubekeyRolesNameHosts, cluster('spec: {roleGroups: {worker: [node2, Node3, other]}}')),
  ).toEqual([
    'error spec.roleGroups.worker[1]: "Node3" is in the group worker, but not in spec.hosts; KubeKey stops. Did you mean node3?',
    'error spec.roleGroups.worker[2]: "other" is in the group worker, but not in spec.hosts; KubeKey stops. Name a host of spec.hosts, in the same letters.',
  ]);
});

test('reports hosts that a range adds', () => {
  expect(
    linesOf(kubekeyRolesNameHosts, cluster('spec: {roleGroups: {worker: ["node[2:4]"]}}')),
  ).toEqual([
    'error spec.roleGroups.worker[0]: "node4" is in the group worker, but not in spec.hosts; KubeKey stops. Did you mean node1?',
  ]);
});

test.each([
  ['hosts of a range', 'spec: {roleGroups: {worker: ["node[2:3]"]}}'],
  ['a range that is a finding of its own', 'spec: {roleGroups: {worker: ["node[02:09]"]}}'],
  [
    'a name that two hosts have, which is a finding of its own',
    'spec: {hosts: [{name: node1, address: 192.168.0.2}, {name: node1, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], roleGroups: {worker: [node2]}}',
  ],
  [
    'a name in capitals, which is a finding of its own',
    'spec: {hosts: [{name: Node1, address: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], roleGroups: {etcd: [node1], control-plane: [node1], worker: [node2]}}',
  ],
  [
    'hosts without names, which is a finding of its own',
    'spec: {hosts: [{name: node1, address: 192.168.0.2}, {address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], roleGroups: {worker: [x]}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyRolesNameHosts, cluster(change))).toEqual([]);
});
