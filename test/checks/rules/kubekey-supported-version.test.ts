import { kubekeySupportedVersion } from '../../../src/checks/rules/kubekey-supported-version';
import { cluster, linesOf } from '../kubekey-input';

test('reports a patch that KubeKey lacks, with the newest it has', () => {
  expect(
    linesOf(kubekeySupportedVersion, cluster('spec: {kubernetes: {version: v1.29.13}}')),
  ).toEqual([
    'error spec.kubernetes.version: Kubernetes v1.29.13 is not among the versions that KubeKey v3.1.12 has for amd64; it stops once it has checked the hosts. Use v1.29.15.',
  ]);
});

test('reports a slip in a version, with the one that was meant', () => {
  expect(
    linesOf(kubekeySupportedVersion, cluster('spec: {kubernetes: {version: v1.26.04}}')),
  ).toEqual([
    'error spec.kubernetes.version: Kubernetes v1.26.04 is not among the versions that KubeKey v3.1.12 has for amd64; it stops once it has checked the hosts. Use a version from v1.19.0 to v1.33.4.',
  ]);
});

test('reports a minor that KubeKey lacks', () => {
  expect(
    linesOf(kubekeySupportedVersion, cluster('spec: {kubernetes: {version: v1.40.0}}')),
  ).toEqual([
    'error spec.kubernetes.version: Kubernetes v1.40.0 is not among the versions that KubeKey v3.1.12 has for amd64; it stops once it has checked the hosts. Use a version from v1.19.0 to v1.33.4.',
  ]);
});

test('reports a k3s that an architecture lacks', () => {
  expect(
    linesOf(
      kubekeySupportedVersion,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, arch: arm64}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], kubernetes: {version: v1.20.2-k3s}}',
      ),
    ),
  ).toEqual([
    'error spec.kubernetes.version: k3s v1.20.2 is not among the versions that KubeKey v3.1.12 has for arm64; it stops once it has checked the hosts. Use a version from v1.21.4 to v1.24.7.',
  ]);
});

test('reads the distribution from type too', () => {
  expect(
    linesOf(kubekeySupportedVersion, cluster('spec: {kubernetes: {version: v1.25.6, type: k8e}}')),
  ).toEqual([
    'error spec.kubernetes.version: k8e v1.25.6 is not among the versions that KubeKey v3.1.12 has for amd64; it stops once it has checked the hosts. Use v1.25.5.',
  ]);
});

test.each([
  ['k3s on amd64', 'spec: {kubernetes: {version: v1.20.2-k3s}}'],
  [
    "a version that can't be read, which is a finding of its own",
    'spec: {kubernetes: {version: v1.99}}',
  ],
  [
    "a distribution that doesn't exist, which is a finding of its own",
    'spec: {kubernetes: {version: v1.99.0-rc.1}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeySupportedVersion, cluster(change))).toEqual([]);
});
