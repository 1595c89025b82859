import { kubekeyOneRegistry } from '../../../src/checks/rules/kubekey-one-registry';
import { cluster, linesOf } from '../kubekey-input';

test('warns of two hosts', () => {
  expect(
    linesOf(kubekeyOneRegistry, cluster('spec: {roleGroups: {registry: [node2, node3]}}')),
  ).toEqual([
    'warning spec.roleGroups.registry: names 2 hosts; KubeKey sends the nodes only to node2. Name one host.',
  ]);
});

test.each([
  ['one host', 'spec: {roleGroups: {registry: [node2]}}'],
  [
    'Harbor on several hosts',
    'spec: {roleGroups: {registry: [node2, node3]}, registry: {type: harbor-ha}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyOneRegistry, cluster(change))).toEqual([]);
});
