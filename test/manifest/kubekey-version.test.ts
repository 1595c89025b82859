import { clusterFields } from '../../src/facts/kubekey/cluster-fields.generated';
import { kubeKeyFallbackVersion, readKubeKeyVersion } from '../../src/manifest/kubekey-version';

test('what KubeKey falls back to is the default of its table of fields', () => {
  expect(clusterFields['spec.kubernetes.version']?.default).toBe(kubeKeyFallbackVersion);
});

test.each([
  ['v1.26.4', { version: 'v1.26.4', fallback: false }],
  ['1.26.4', { version: 'v1.26.4', fallback: false }],
  ['v1.21.4-k3s', { version: 'v1.21.4', suffix: 'k3s', fallback: false }],
  ['v1.26.4-rc.1', { version: 'v1.26.4', suffix: 'rc.1', fallback: false }],
  ['v1.26.4x', { version: 'v1.26.4x', fallback: false }],
  ['v1.26.04', { version: 'v1.26.04', fallback: false }],
  ['', { version: 'v1.23.17', fallback: false }],
])('%j is read as KubeKey reads it', (text, version) => {
  expect(readKubeKeyVersion(text)).toEqual(version);
});

test.each(['v1.26', '1.26-foo', 'v1.22x', ' v1.26.4', 'latest'])('%j falls back', (text) => {
  expect(readKubeKeyVersion(text)).toEqual({ version: 'v1.23.17', fallback: true });
});
