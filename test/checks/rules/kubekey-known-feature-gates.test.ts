import { kubekeyKnownFeatureGates } from '../../../src/checks/rules/kubekey-known-feature-gates';
import { cluster, linesOf } from '../kubekey-input';

test('reports a gate that is gone in the version', () => {
  expect(
    linesOf(
      kubekeyKnownFeatureGates,
      cluster(
        'spec: {kubernetes: {version: v1.27.0, featureGates: {ExpandCSIVolumes: true, CSIStorageCapacity: true}}}',
      ),
    ),
  ).toEqual([
    'error spec.kubernetes.featureGates.ExpandCSIVolumes: is a feature gate that Kubernetes 1.27 no longer knows (1.26 was the last); KubeKey hands it on, and the components do not start. Remove the gate: what it turned on is always on since, or gone.',
  ]);
});

test('reports a gate of the kubelet alone', () => {
  expect(
    linesOf(
      kubekeyKnownFeatureGates,
      cluster(
        'spec: {kubernetes: {kubeletConfiguration: {featureGates: {DynamicKubeletConfig: false}}}}',
      ),
    ),
  ).toEqual([
    'error spec.kubernetes.kubeletConfiguration.featureGates.DynamicKubeletConfig: is a feature gate that Kubernetes 1.26 no longer knows (1.25 was the last); KubeKey hands it on, and the components do not start. Remove the gate: what it turned on is always on since, or gone.',
  ]);
});

test.each([
  [
    'a gate in the last version that knows it',
    'spec: {kubernetes: {featureGates: {ExpandCSIVolumes: true, RotateKubeletServerCertificate: true}}}',
  ],
  [
    "gates of a version that can't be read",
    'spec: {kubernetes: {version: v1.26, featureGates: {TTLAfterFinished: true}}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyKnownFeatureGates, cluster(change))).toEqual([]);
});
