import { kubekeyValidHostRange } from '../../../src/checks/rules/kubekey-valid-host-range';
import { cluster, linesOf } from '../kubekey-input';

test('reports leading zeros and what stands behind', () => {
  expect(
    linesOf(
      kubekeyValidHostRange,
      cluster('spec: {roleGroups: {worker: ["node[02:03]", "node[2:3].local"]}}'),
    ),
  ).toEqual([
    'error spec.roleGroups.worker[0]: "node[02:03]" is no range that KubeKey expands as it is meant; it drops leading zeros and reads node2, node3. Name each host by itself: node02, node03.',
    'error spec.roleGroups.worker[1]: "node[2:3].local" is no range that KubeKey expands as it is meant; it drops everything behind the bracket and reads node2, node3. Name each host by itself: node2.local, node3.local.',
  ]);
});

test('reports a range that counts down', () => {
  expect(
    linesOf(kubekeyValidHostRange, cluster('spec: {roleGroups: {worker: ["node[9:2]"]}}')),
  ).toEqual([
    'error spec.roleGroups.worker[0]: "node[9:2]" is no range that KubeKey expands as it is meant; it takes it for no host at all, since it counts down. Name each host by itself: node2, node3, node4, node5, node6, ....',
  ]);
});

test('reports a range that KubeKey panics on', () => {
  expect(
    linesOf(kubekeyValidHostRange, cluster('spec: {roleGroups: {worker: ["node[a:c]"]}}')),
  ).toEqual([
    'error spec.roleGroups.worker[0]: "node[a:c]" is no range that KubeKey expands as it is meant; it panics on it. Write two plain numbers with a colon, the smaller one first, at the end of the name, such as node[1:3].',
  ]);
});

test('reports a range that KubeKey takes for a name', () => {
  expect(
    linesOf(kubekeyValidHostRange, cluster('spec: {roleGroups: {worker: ["node[2-3]"]}}')),
  ).toEqual([
    'error spec.roleGroups.worker[0]: "node[2-3]" is no range that KubeKey expands as it is meant; it takes it as the name of one host. Write two plain numbers with a colon, the smaller one first, at the end of the name, such as node[1:3].',
  ]);
});

test('reports a range without end', () => {
  expect(
    linesOf(kubekeyValidHostRange, cluster('spec: {roleGroups: {worker: ["node[1:99999999]"]}}')),
  ).toEqual([
    'error spec.roleGroups.worker[0]: "node[1:99999999]" is no range that KubeKey expands as it is meant; it looks for 99999999 hosts. Write two plain numbers with a colon, the smaller one first, at the end of the name, such as node[1:3].',
  ]);
});

test.each([['plain ranges', 'spec: {roleGroups: {worker: ["node[2:3]", "a[0:9]"]}}']])(
  'says nothing of %s',
  (_what, change) => {
    expect(linesOf(kubekeyValidHostRange, cluster(change))).toEqual([]);
  },
);
