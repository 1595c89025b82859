import { kubekeyUniqueMembers } from '../../../src/checks/rules/kubekey-unique-members';
import { cluster, linesOf } from '../kubekey-input';

test('reports a host twice', () => {
  expect(
    linesOf(kubekeyUniqueMembers, cluster('spec: {roleGroups: {worker: [node2, node3, node2]}}')),
  ).toEqual([
    'error spec.roleGroups.worker[2]: "node2" is in the group worker a second time; KubeKey runs the tasks of the group twice at once on it. Name the host once.',
  ]);
});

test('reports a host that a range names again', () => {
  expect(
    linesOf(kubekeyUniqueMembers, cluster('spec: {roleGroups: {worker: ["node[2:3]", node3]}}')),
  ).toEqual([
    'error spec.roleGroups.worker[1]: "node3" is in the group worker a second time; KubeKey runs the tasks of the group twice at once on it. Name the host once.',
  ]);
});

test.each([['a host in two groups', 'spec: {roleGroups: {worker: [node1, node2, node3]}}']])(
  'says nothing of %s',
  (_what, change) => {
    expect(linesOf(kubekeyUniqueMembers, cluster(change))).toEqual([]);
  },
);
