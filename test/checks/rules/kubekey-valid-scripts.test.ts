import { kubekeyValidScripts } from '../../../src/checks/rules/kubekey-valid-scripts';
import { cluster, linesOf } from '../kubekey-input';

test('reports a script without commands', () => {
  expect(
    linesOf(
      kubekeyValidScripts,
      cluster(
        'spec: {system: {postInstall: [{name: a}]}, addons: [{name: b, preInstall: [{name: c, bash: " "}]}]}',
      ),
    ),
  ).toEqual([
    'error spec.system.postInstall[0].bash: is empty; KubeKey stops when the turn of the script comes. Write the commands into bash.',
    'error spec.addons[0].preInstall[0].bash: is empty; KubeKey stops when the turn of the script comes. Write the commands into bash.',
  ]);
});

test('reports a role that no host has', () => {
  expect(
    linesOf(
      kubekeyValidScripts,
      cluster('spec: {system: {postClusterInstall: [{name: a, bash: ls, role: nodes}]}}'),
    ),
  ).toEqual([
    'error spec.system.postClusterInstall[0].role: "nodes" is no group of roleGroups; KubeKey runs the script nowhere. Use a group of this file, or one of etcd, master, control-plane, worker, registry that is in it; leave role out for all hosts.',
  ]);
});

test.each([
  [
    'roles that hosts have',
    'spec: {system: {preInstall: [{name: a, bash: ls, role: k8s}, {name: b, bash: ls, role: master}, {name: c, bash: ls}]}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidScripts, cluster(change))).toEqual([]);
});
