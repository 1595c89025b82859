import { kubekeyNoRemoteMirrors } from '../../../src/checks/rules/kubekey-no-remote-mirrors';
import { cluster, linesOf } from '../kubekey-input';

test('reports remote mirrors', () => {
  expect(
    linesOf(
      kubekeyNoRemoteMirrors,
      cluster('spec: {registry: {remoteMirrors: {docker.io: {endpoint: a}}}}'),
    ),
  ).toEqual([
    'error spec.registry.remoteMirrors: does not work; KubeKey writes a configuration that containerd refuses. Use registryMirrors for Docker Hub, or privateRegistry.',
  ]);
});

test.each([['none', 'spec: {registry: {remoteMirrors: {}}}']])(
  'says nothing of %s',
  (_what, change) => {
    expect(linesOf(kubekeyNoRemoteMirrors, cluster(change))).toEqual([]);
  },
);
