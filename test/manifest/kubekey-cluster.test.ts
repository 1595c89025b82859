import fc from 'fast-check';
import { clusterFields } from '../../src/facts/kubekey/cluster-fields.generated';
import { isKubeKeyCluster, kubeKeyClusterOf } from '../../src/manifest/kubekey-cluster';
import { likelyField } from '../../src/manifest/likely-field';
import type { UnknownField } from '../../src/manifest/kubekey-reading';
import { checks } from '../../src/checks/rules/index';
import { find } from '../checks/kubekey-input';
import type { Manifest } from '../../src/manifest/manifest';

function manifest(spec: unknown, more: object = {}): Manifest {
  const metadata = { name: 'sample' };
  return { apiVersion: 'kubekey.kubesphere.io/v1alpha2', kind: 'Cluster', metadata, spec, ...more };
}

test('a Cluster is known by its group and kind', () => {
  expect(isKubeKeyCluster(manifest({}))).toBe(true);
  expect(isKubeKeyCluster({ apiVersion: 'cluster.x-k8s.io/v1beta1', kind: 'Cluster' })).toBe(false);
  expect(isKubeKeyCluster({ apiVersion: 'kubekey.kubesphere.io/v1', kind: 'Config' })).toBe(false);
});

test('keys are read in any case, and fields are named as they are written', () => {
  const cluster = kubeKeyClusterOf(manifest({ HOSTS: [{ Name: 'node1', ADDRESS: '10.0.0.1' }] }));
  expect(cluster.hosts[0]).toMatchObject({ name: 'node1', address: '10.0.0.1', user: 'root' });
  expect(cluster.writtenField('spec.hosts[0].name')).toBe('spec.HOSTS[0].Name');
  expect(cluster.writtenField('spec.hosts[0].arch')).toBe('spec.HOSTS[0].arch');
  expect(cluster.notes).toEqual([]);
});

test('of a key in two spellings the last in the order of letters is read', () => {
  const cluster = kubeKeyClusterOf(
    manifest({ etcd: { type: 'kubekey' }, Etcd: { type: 'external' } }),
  );
  expect(cluster.text('spec.etcd.type')).toBe('kubekey');
  expect(cluster.notes).toEqual([
    { note: 'repeated-field', field: 'spec.Etcd', taken: 'spec.etcd' },
  ]);
});

test('role groups keep the case of their names', () => {
  const { groups, members } = kubeKeyClusterOf(
    manifest({ roleGroups: { Etcd: ['a'], worker: ['b'] } }),
  );
  expect(groups.map(({ name }) => name)).toEqual(['Etcd', 'worker']);
  expect(members('etcd')).toEqual([]);
});

test('master and control-plane are joined, and ranges expanded with the entry they come from', () => {
  const { controlPlane } = kubeKeyClusterOf(
    manifest({ roleGroups: { 'control-plane': ['c'], master: ['m[1:2]'] } }),
  );
  expect(controlPlane).toEqual([
    { name: 'm1', field: 'spec.roleGroups.master[0]' },
    { name: 'm2', field: 'spec.roleGroups.master[0]' },
    { name: 'c', field: 'spec.roleGroups.control-plane[0]' },
  ]);
});

test('an address stands for the internal one, and the other way round', () => {
  const { hosts } = kubeKeyClusterOf(
    manifest({ hosts: [{ address: '10.0.0.1' }, { internalAddress: '10.0.0.2,fd00::2' }] }),
  );
  expect(hosts.map(({ address, internalAddresses }) => [address, internalAddresses])).toEqual([
    ['10.0.0.1', ['10.0.0.1']],
    ['10.0.0.2,fd00::2', ['10.0.0.2', 'fd00::2']],
  ]);
});

test('fields that are left out, empty or 0 have the defaults of KubeKey', () => {
  const cluster = kubeKeyClusterOf(
    manifest({ network: { plugin: '' }, kubernetes: { maxPods: 0 }, etcd: null }),
  );
  expect(cluster.text('spec.network.plugin')).toBe('calico');
  expect(cluster.number('spec.kubernetes.maxPods')).toBe(110);
  expect(cluster.flag('spec.kubernetes.nodelocaldns')).toBe(true);
  expect(cluster.etcdType).toBe('kubekey');
  expect(cluster.version).toEqual({ version: 'v1.23.17', fallback: false });
});

test('the etcd of k3s is never that of kubeadm', () => {
  const k3s = { kubernetes: { version: 'v1.24.7-k3s' }, etcd: { type: 'kubeadm' } };
  expect(kubeKeyClusterOf(manifest(k3s))).toMatchObject({
    distribution: 'k3s',
    etcdType: 'kubekey',
  });
});

test('a value of the wrong type is noted without itself, and read as if it was not there', () => {
  const cluster = kubeKeyClusterOf(manifest({ hosts: [{ name: 'a', password: 123456 }, 'b'] }));
  expect(cluster.notes).toEqual([
    {
      note: 'wrong-type',
      field: 'spec.hosts[0].password',
      canonical: 'spec.hosts[0].password',
      want: 'string',
      got: 'a number',
      isQuoted: false,
    },
    {
      note: 'wrong-type',
      field: 'spec.hosts[1]',
      canonical: 'spec.hosts[1]',
      want: 'object',
      got: 'text',
      isQuoted: false,
    },
  ]);
  expect(cluster.value('spec.hosts[0].password')).toBeUndefined();
  expect(cluster.has('spec.hosts[0].password')).toBe(true);
});

test('unknown keys are noted with what they may have meant', () => {
  const { notes } = kubeKeyClusterOf(
    manifest({ network: { enableMultusCNI: true, pluginn: 'x' }, abc: 1 }),
  );
  expect(notes.map((note) => [note.field, likelyField(note as UnknownField)])).toEqual([
    ['spec.network.enableMultusCNI', 'spec.network.multusCNI.enabled'],
    ['spec.network.pluginn', 'spec.network.plugin'],
    ['spec.abc', undefined],
  ]);
});

/** Anything at all in the places of the table, and under keys that nobody knows. */
const keys = [
  ...new Set(Object.keys(clusterFields).flatMap((path) => path.split(/\.|\[\]/))),
].filter(Boolean);
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1.5,
      '',
      'node1',
      'node[1:2]',
      '10.0.0.1,fd00::/8',
      '10.0.0.0/8',
      'v1.26.4',
      'constructor',
      '[:]',
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys, 'x y', '__proto__', 'constructor'), tie('value'), {
      maxKeys: 8,
    }),
  ),
})).value;

test('nothing in a file makes the reading or a check throw', () => {
  fc.assert(
    fc.property(anything, anything, (spec, metadata) => {
      expect(() => find(checks, manifest(spec, { metadata }))).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test('no message shows a password or a key, whatever stands beside it', () => {
  const secret = 'sesame-8472';
  fc.assert(
    fc.property(anything, fc.constantFrom('password', 'privateKey'), (host, key) => {
      const base = typeof host === 'object' && !Array.isArray(host) ? host : {};
      const hosts = [
        { ...base, [key]: secret },
        { ...base, [key]: [secret] },
      ];
      const auths = { 'a.example.com': { password: secret }, 'b.example.com': secret };
      const found = find(checks, manifest({ hosts, registry: { auths } }));
      expect(JSON.stringify(found)).not.toContain(secret);
    }),
    { numRuns: 200 },
  );
});
