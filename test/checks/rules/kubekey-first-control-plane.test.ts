import { kubekeyFirstControlPlane } from '../../../src/checks/rules/kubekey-first-control-plane';
import { cluster, linesOf } from '../kubekey-input';

test('reports a group in another order', () => {
  expect(
    linesOf(
      kubekeyFirstControlPlane,
      cluster(
        'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node2, node1, node3], worker: []}}',
      ),
    ),
  ).toEqual([
    'error spec.roleGroups.etcd[0]: "node2" is the first control plane here, but "node1" in the control plane itself; KubeKey starts the cluster on one of them by chance. Write node1 before node2 here too.',
  ]);
});

test('reports a group that leaves out the first control plane', () => {
  expect(
    linesOf(
      kubekeyFirstControlPlane,
      cluster('spec: {roleGroups: {control-plane: [node1, node2], worker: [node3, node2]}}'),
    ),
  ).toEqual([
    'error spec.roleGroups.worker[1]: "node2" is the first control plane here, but "node1" in the control plane itself; KubeKey starts the cluster on one of them by chance. Add node1 before it, or make node2 the first of the control plane.',
  ]);
});

test('reports a custom group as well', () => {
  expect(
    linesOf(
      kubekeyFirstControlPlane,
      cluster(
        'spec: {roleGroups: {master: [node1, node2], control-plane: null, gpu: [node2], worker: [node3]}}',
      ),
    ),
  ).toEqual([
    'error spec.roleGroups.gpu[0]: "node2" is the first control plane here, but "node1" in the control plane itself; KubeKey starts the cluster on one of them by chance. Add node1 before it, or make node2 the first of the control plane.',
  ]);
});

test.each([
  [
    'the same order everywhere',
    'spec: {roleGroups: {control-plane: [node1, node2], etcd: [node1, node2], worker: [node3, node1]}}',
  ],
  ['one control plane', 'spec: {roleGroups: {worker: [node3, node1]}}'],
  [
    'groups without a control plane',
    'spec: {roleGroups: {control-plane: [node1, node2], worker: [node3]}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyFirstControlPlane, cluster(change))).toEqual([]);
});
