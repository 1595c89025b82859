import { kubekeyHasRoles } from '../../../src/checks/rules/kubekey-has-roles';
import { cluster, linesOf } from '../kubekey-input';

test('reports a missing spec', () => {
  expect(linesOf(kubekeyHasRoles, cluster('spec: null'))).toEqual([
    'error : has no spec; KubeKey finds no control plane and stops. Write a spec with hosts and roleGroups.',
  ]);
});

test('reports missing hosts', () => {
  expect(linesOf(kubekeyHasRoles, cluster('spec: {hosts: []}'))).toEqual([
    'error spec.hosts: names no host; KubeKey has nothing to install on. Write at least one host with a name and an address.',
  ]);
});

test('reports a missing control plane and etcd, and warns of missing workers', () => {
  expect(
    linesOf(
      kubekeyHasRoles,
      cluster('spec: {roleGroups: {control-plane: null, etcd: [], worker: null}}'),
    ),
  ).toEqual([
    'error spec.roleGroups.control-plane: names no host; KubeKey stops with "The number of master/control-plane cannot be 0". Name at least one host in the group.',
    'error spec.roleGroups.etcd: names no host; KubeKey stops with "The number of etcd cannot be 0". Name at least one host in the group.',
    'warning spec.roleGroups.worker: names no host; every node keeps the taint of a control plane, so no workload has a place to run. Name the hosts that workloads may run on; a control plane may be one of them.',
  ]);
});

test("reports a missing etcd for k3s, whose etcd can't be kubeadm's", () => {
  expect(
    linesOf(
      kubekeyHasRoles,
      cluster(
        'spec: {roleGroups: {etcd: null}, kubernetes: {version: v1.24.7-k3s}, etcd: {type: kubeadm}}',
      ),
    ),
  ).toEqual([
    'error spec.roleGroups.etcd: names no host; KubeKey stops with "The number of etcd cannot be 0". Name at least one host in the group.',
  ]);
});

test.each([
  ['the group master', 'spec: {roleGroups: {control-plane: null, master: [node1]}}'],
  ['an external etcd without a group', 'spec: {roleGroups: {etcd: null}, etcd: {type: external}}'],
  [
    'a group that is there under a misspelt name, which is a finding of its own',
    'spec: {roleGroups: {etcd: null, Etcd: [node1]}}',
  ],
  ['a group of the wrong type, which is a finding of its own', 'spec: {roleGroups: {etcd: node1}}'],
  [
    'a spec under metadata, which is a finding of its own',
    'spec: null\nmetadata: {name: a, spec: {}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyHasRoles, cluster(change))).toEqual([]);
});
