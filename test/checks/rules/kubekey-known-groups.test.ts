import { kubekeyKnownGroups } from '../../../src/checks/rules/kubekey-known-groups';
import { cluster, linesOf } from '../kubekey-input';

test('reports a misspelt group', () => {
  expect(linesOf(kubekeyKnownGroups, cluster('spec: {roleGroups: {wroker: [node2]}}'))).toEqual([
    'error spec.roleGroups.wroker: "wroker" is no group that KubeKey knows; it takes it for a custom group, and its hosts never join as worker. Did you mean worker? Write it exactly so.',
  ]);
});

test('reports a group in capitals', () => {
  expect(linesOf(kubekeyKnownGroups, cluster('spec: {roleGroups: {Master: [node2]}}'))).toEqual([
    'error spec.roleGroups.Master: "Master" is no group that KubeKey knows; it takes it for a custom group, and its hosts never join as master. Did you mean master? Write it exactly so.',
  ]);
});

test('reports the plural', () => {
  expect(linesOf(kubekeyKnownGroups, cluster('spec: {roleGroups: {workers: [node2]}}'))).toEqual([
    'error spec.roleGroups.workers: "workers" is no group that KubeKey knows; it takes it for a custom group, and its hosts never join as worker. Did you mean worker? Write it exactly so.',
  ]);
});

test('warns of a custom group that nothing uses', () => {
  expect(linesOf(kubekeyKnownGroups, cluster('spec: {roleGroups: {storage: [node2]}}'))).toEqual([
    'warning spec.roleGroups.storage: "storage" is no group that KubeKey knows, and no script names it; KubeKey does nothing on its hosts. Remove it, or use one of etcd, master, control-plane, worker, registry.',
  ]);
});

test.each([
  [
    'a custom group that a script uses',
    'spec: {roleGroups: {storage: [node2]}, addons: [{name: a, postInstall: [{name: s, bash: ls, role: storage}], sources: {chart: {name: a}}}]}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyKnownGroups, cluster(change))).toEqual([]);
});
