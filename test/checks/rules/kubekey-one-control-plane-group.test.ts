import { kubekeyOneControlPlaneGroup } from '../../../src/checks/rules/kubekey-one-control-plane-group';
import { cluster, linesOf } from '../kubekey-input';

test('reports one host in both groups', () => {
  expect(
    linesOf(kubekeyOneControlPlaneGroup, cluster('spec: {roleGroups: {master: [node1]}}')),
  ).toEqual([
    'error spec.roleGroups.master: stands beside control-plane and names the same host; KubeKey joins both and sets that host up twice at once. Write all of them in control-plane, and remove master.',
  ]);
});

test('reports different hosts in the two groups', () => {
  expect(
    linesOf(kubekeyOneControlPlaneGroup, cluster('spec: {roleGroups: {master: [node2]}}')),
  ).toEqual([
    'error spec.roleGroups.master: stands beside control-plane; KubeKey joins both, and starts the cluster on a host of either, by chance. Write all of them in control-plane, and remove master.',
  ]);
});

test.each([['an empty group', 'spec: {roleGroups: {master: []}}']])(
  'says nothing of %s',
  (_what, change) => {
    expect(linesOf(kubekeyOneControlPlaneGroup, cluster(change))).toEqual([]);
  },
);
