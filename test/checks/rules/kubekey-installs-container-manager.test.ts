import { kubekeyInstallsContainerManager } from '../../../src/checks/rules/kubekey-installs-container-manager';
import { cluster, linesOf } from '../kubekey-input';

test('warns of docker since Kubernetes 1.24', () => {
  expect(
    linesOf(
      kubekeyInstallsContainerManager,
      cluster('spec: {kubernetes: {containerManager: docker}}'),
    ),
  ).toEqual([
    'warning spec.kubernetes.containerManager: is docker; since Kubernetes 1.24 KubeKey has to put cri-dockerd between it and the kubelet. Use containerd.',
  ]);
});

test('warns where docker is the default', () => {
  expect(
    linesOf(
      kubekeyInstallsContainerManager,
      cluster('spec: {kubernetes: {containerManager: null}}'),
    ),
  ).toEqual([
    'warning spec.kubernetes.containerManager: is left out, so it is docker; since Kubernetes 1.24 KubeKey has to put cri-dockerd between it and the kubelet. Use containerd.',
  ]);
});

test("warns of managers that KubeKey doesn't install", () => {
  expect(
    linesOf(
      kubekeyInstallsContainerManager,
      cluster('spec: {kubernetes: {containerManager: isula}}'),
    ),
  ).toEqual([
    'warning spec.kubernetes.containerManager: isula is not installed by KubeKey; it only points the kubelet at it. Install isula on every host before, or use containerd.',
  ]);
});

test('warns of k3s', () => {
  expect(
    linesOf(kubekeyInstallsContainerManager, cluster('spec: {kubernetes: {version: v1.24.7-k3s}}')),
  ).toEqual([
    'warning spec.kubernetes.containerManager: no container manager is installed for k3s; KubeKey only points the kubelet at the socket of containerd. Install containerd on every host before.',
  ]);
});

test.each([
  ['docker before', 'spec: {kubernetes: {version: v1.23.17, containerManager: docker}}'],
  ['containerd', ''],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyInstallsContainerManager, cluster(change))).toEqual([]);
});
