import { kubekeyOddEtcd } from '../../../src/checks/rules/kubekey-odd-etcd';
import { cluster, linesOf } from '../kubekey-input';

test('warns of two members', () => {
  expect(linesOf(kubekeyOddEtcd, cluster('spec: {roleGroups: {etcd: [node1, node2]}}'))).toEqual([
    'warning spec.roleGroups.etcd: makes 2 members of etcd; it stops when 1 of them is lost, and KubeKey does not warn. Use 1, 3 or 5 members.',
  ]);
});

test('warns of two control planes with etcd by kubeadm', () => {
  expect(
    linesOf(
      kubekeyOddEtcd,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2], etcd: null}, etcd: {type: kubeadm}}',
      ),
    ),
  ).toEqual([
    'warning spec.roleGroups.control-plane: makes 2 members of etcd; it stops when 1 of them is lost, and KubeKey does not warn. Use 1, 3 or 5 members.',
  ]);
});

test.each([
  ['three members', 'spec: {roleGroups: {etcd: [node1, node2, node3]}}'],
  ['an external etcd', 'spec: {roleGroups: {etcd: [node1, node2]}, etcd: {type: external}}'],
  ['two entries for one host', 'spec: {roleGroups: {etcd: [node1, node1]}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyOddEtcd, cluster(change))).toEqual([]);
});
