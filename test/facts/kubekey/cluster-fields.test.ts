import { clusterFields } from '../../../src/facts/kubekey/cluster-fields.generated';
import { kubeKeyVersions } from '../../../src/facts/kubekey/kubekey-versions.generated';

test('the table holds all 204 leaf fields of the Cluster', () => {
  const leaves = Object.values(clusterFields).filter(
    ({ type }) => type !== 'object' && type !== 'objects',
  );
  expect(leaves).toHaveLength(204);
});

test('every field stands within an object of the table', () => {
  for (const path of Object.keys(clusterFields)) {
    const parent = path.slice(0, path.lastIndexOf('.')).replace(/(\[\]|\.<key>)$/, '');
    if (parent !== 'spec') expect(Object.keys(clusterFields)).toContain(parent);
  }
});

test('a default has the type of its field', () => {
  for (const [path, { type, default: value }] of Object.entries(clusterFields)) {
    if (value === undefined) continue;
    expect({ path, type: typeof value }).toEqual({
      path,
      type: type === 'integer' ? 'number' : type,
    });
  }
});

test('the versions of KubeKey 3.1.12 leave out the patches that it never got', () => {
  const { kubernetes, k3s, k8e } = kubeKeyVersions;
  expect(kubernetes.amd64).toHaveLength(199);
  expect(kubernetes.amd64).toContain('v1.26.4');
  expect(kubernetes.amd64).not.toContain('v1.29.13');
  expect(kubernetes.amd64.at(-1)).toBe('v1.33.4');
  expect(k3s.amd64.filter((version) => !k3s.arm64.includes(version))).toEqual([
    'v1.20.2',
    'v1.20.4',
  ]);
  expect(k8e.arm64).toEqual(k8e.amd64);
});
