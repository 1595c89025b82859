import { kubekeyHostsHaveRoles } from '../../../src/checks/rules/kubekey-hosts-have-roles';
import { cluster, linesOf } from '../kubekey-input';

test('reports a host in no group', () => {
  expect(linesOf(kubekeyHostsHaveRoles, cluster('spec: {roleGroups: {worker: [node3]}}'))).toEqual([
    'error spec.hosts[1]: "node2" is in no role group; KubeKey never logs in to it. Name the host in a role group, or remove it.',
  ]);
});

test.each([
  ['a host in a custom group', 'spec: {roleGroups: {worker: [node3], gpu: [node2]}}'],
  ['a host that a misspelt entry may mean', 'spec: {roleGroups: {worker: [node3, nod2]}}'],
  ['hosts named by a range', 'spec: {roleGroups: {worker: ["node[2:3]"]}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyHostsHaveRoles, cluster(change))).toEqual([]);
});
