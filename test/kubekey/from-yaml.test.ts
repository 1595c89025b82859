import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManifestApp } from '../../src/app/manifest-app';
import { clusterFields } from '../../src/facts/kubekey/cluster-fields.generated';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import { readFile } from '../../src/manifest/read-files';

let folder: string;
let stderr: jest.SpyInstance;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'from-yaml-'));
  stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  stderr.mockRestore();
  rmSync(folder, { recursive: true });
});

const said = (): string => stderr.mock.calls.map(([text]) => String(text)).join('');

/** What KubeKey is given again for a file: the written file, and the cluster. */
function writeBack(text: string) {
  const file = join(folder, 'old.yaml');
  writeFileSync(file, text);
  const app = new ManifestApp({ outdir: folder, checks: 'off' });
  const cluster = KubeKeyCluster.fromYaml(app, 'new', file);
  app.synth();
  const path = join(folder, 'new.yaml');
  const { objects, problems } = readFile(path);
  expect(problems).toEqual([]);
  const spec = objects[0]!.manifest['spec'] as Record<string, never>;
  return { manifest: objects[0]!.manifest, spec, cluster, path };
}

const sample = readFileSync(join(__dirname, 'fixtures', 'config-sample.yaml'), 'utf8');
const minimal = (spec = '', hosts = '{name: node1, address: 192.168.0.2, password: "Secret-1"}') =>
  `apiVersion: kubekey.kubesphere.io/v1alpha2\nkind: Cluster\nmetadata: {name: sample}\nspec:\n  hosts: [${hosts}]\n  roleGroups: {etcd: [node1], control-plane: [node1], worker: [node1]}\n${spec}`;

test('the file that kk create config writes reads and writes back value-equal', () => {
  const { manifest, path } = writeBack(sample);
  expect(manifest).toEqual(readFile(join(folder, 'old.yaml')).objects[0]!.manifest);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('every field that kk reads is kept', () => {
  const text = '-----BEGIN RSA PRIVATE KEY-----\\nx\\n-----END RSA PRIVATE KEY-----\\n';
  const special: Record<string, string> = {
    'spec.hosts[].name': 'node1',
    'spec.hosts[].address': '192.168.0.2',
    'spec.hosts[].internalAddress': '192.168.0.3',
    'spec.hosts[].privateKey': text.replaceAll('\\n', '\n'),
    'spec.controlPlaneEndpoint.internalLoadbalancer': 'kube-vip',
    'spec.kubernetes.version': 'v1.26.4',
    'spec.network.plugin': 'cilium',
  };
  // kk does not look at the path of a key where it has the key's text.
  const left = new Set(['spec.hosts[].privateKeyPath']);
  const sampleOf = (path: string, type: string): unknown => {
    if (special[path] !== undefined) return special[path];
    if (type === 'string') return 'text';
    if (type === 'integer') return 7;
    if (type === 'boolean') return true;
    if (type === 'strings') return ['text'];
    if (type === 'stringsMap') return { 'control-plane': ['node1'], etcd: ['node1'] };
    if (type === 'free')
      return path.endsWith('auths') ? { hub: { username: 'a', password: 'b' } } : { a: [1] };
    return { key: type === 'booleanMap' ? false : 'text' };
  };
  const manifest: Record<string, unknown> = {
    apiVersion: 'kubekey.kubesphere.io/v1alpha2',
    kind: 'Cluster',
    metadata: { name: 'sample' },
  };
  for (const [path, { type }] of Object.entries(clusterFields)) {
    if (['object', 'objects', 'objectMap'].includes(type) || left.has(path)) continue;
    let here = manifest;
    const steps = path.replace('<key>', 'key').split('.');
    for (const step of steps.slice(0, -1)) {
      const name = step.replace('[]', '');
      here[name] ??= step.endsWith('[]') ? [{}] : {};
      here = (step.endsWith('[]') ? (here[name] as unknown[])[0] : here[name]) as typeof here;
    }
    here[steps.at(-1)!.replace('[]', '')] = sampleOf(path, type);
  }
  expect(writeBack(JSON.stringify(manifest)).manifest).toEqual(manifest);
});

test('secrets of the file stay secrets', () => {
  const { cluster } = writeBack(minimal());
  expect(JSON.stringify(cluster.toManifest())).toContain('<redacted>');
  expect(JSON.stringify(cluster.toManifest()) + said()).not.toContain('Secret-1');
});

test('keys count in any letters, and what kk does not know is reported and left out', () => {
  const { spec } = writeBack(
    minimal('  KUBERNETES: {Version: v1.26.4, maxpods: 200, taints: []}\n'),
  );
  expect(spec['kubernetes']).toMatchObject({ version: 'v1.26.4', maxPods: 200 });
  expect(said()).toContain('old.yaml:7:48 spec.KUBERNETES.taints');
  expect(said()).toContain('is no field that KubeKey knows');
});

test('the defaults that kk takes are written out where the construct has others', () => {
  const { spec } = writeBack(minimal());
  expect(spec['kubernetes']).toEqual({
    version: 'v1.23.17',
    clusterName: 'cluster.local',
    containerManager: 'docker',
    autoRenewCerts: false,
  });
});

test('ranges are expanded, and master and control-plane are one group', () => {
  const hosts = [1, 2, 3].map((n) => `{name: node${n}, address: 192.168.0.${n}, password: x}`);
  const { spec } = writeBack(
    minimal('', hosts.join(', ')).replace(
      /roleGroups:.*/,
      'roleGroups: {etcd: ["node[1:3]"], master: [node1], control-plane: [node2, node1], gpu: [node3]}',
    ),
  );
  expect(spec['roleGroups']).toEqual({
    etcd: ['node1', 'node2', 'node3'],
    'control-plane': ['node1', 'node2'],
    gpu: ['node3'],
  });
});

test('several documents merge as kk merges them, also within hosts', () => {
  const { spec } = writeBack(
    `${minimal('  kubernetes: {version: v1.26.4, maxPods: 200}\n', '{name: node1, address: 192.168.0.2, privateKeyPath: "~/.ssh/a"}')}---\napiVersion: foo/v9\nkind: Cluster\nspec:\n  hosts: [{name: node1, address: 192.168.0.9}]\n  kubernetes: {version: v1.27.1}\n`,
  );
  expect(spec['kubernetes']).toMatchObject({ version: 'v1.27.1', maxPods: 200 });
  expect(spec['hosts']).toMatchObject([{ address: '192.168.0.9', privateKeyPath: '~/.ssh/a' }]);
});

test('a second document of KubeSphere is taken for its settings', () => {
  const { spec } = writeBack(
    `${minimal()}---\napiVersion: installer.kubesphere.io/v1alpha1\nkind: ClusterConfiguration\nmetadata: {name: ks-installer, labels: {version: v3.4.1}}\nspec: {}\n`,
  );
  expect(spec['kubesphere']).toMatchObject({ enabled: true, version: 'v3.4.1' });
});

test('credentials and auths of every form are kept', () => {
  const key = '-----BEGIN OPENSSH PRIVATE KEY-----\\nx\\n-----END OPENSSH PRIVATE KEY-----\\n';
  const hosts = [
    '{name: node1, address: 192.168.0.2}',
    '{name: node2, internalAddress: 192.168.0.3, user: a, privateKeyPath: /k, password: b}',
    `{name: node3, address: 192.168.0.4, privateKey: "${key}", privateKeyPath: /k}`,
  ];
  const { spec } = writeBack(
    minimal(
      '  registry: {auths: {"hub.example.com": {username: u, password: p, skipTLSVerify: true}, b: {}}}\n',
      hosts.join(', '),
    ),
  );
  expect(spec['hosts']).toEqual([
    {
      name: 'node1',
      address: '192.168.0.2',
      internalAddress: '192.168.0.2',
      user: 'root',
      privateKeyPath: '~/.ssh/id_rsa',
    },
    {
      name: 'node2',
      address: '192.168.0.3',
      internalAddress: '192.168.0.3',
      user: 'a',
      password: 'b',
      privateKeyPath: '/k',
    },
    {
      name: 'node3',
      address: '192.168.0.4',
      internalAddress: '192.168.0.4',
      user: 'root',
      privateKey: key.replaceAll('\\n', '\n'),
    },
  ]);
  expect(spec['registry']).toMatchObject({
    auths: { 'hub.example.com': { username: 'u', password: 'p', skipTLSVerify: true }, b: {} },
  });
});

test('words that kk takes for nothing become nothing', () => {
  const { spec } = writeBack(
    minimal(
      '  network: {plugin: Calico}\n  controlPlaneEndpoint: {internalLoadbalancer: HAProxy}\n',
    ),
  );
  expect(spec['network']).toMatchObject({ plugin: 'none' });
  expect(spec['controlPlaneEndpoint']).not.toHaveProperty('internalLoadbalancer');
});

test.each([
  ['a: "', /old\.yaml:1:4: a quote is opened/],
  ['apiVersion: v1\nkind: Service\n', /old\.yaml: the file holds no object of the kind Cluster/],
  [
    minimal('  kubernetes: {version: 1.26, maxPods: "9"}\n'),
    /:7:16: .*text[^]*:7:31: .*whole number/,
  ],
  [
    minimal('', '{name: node1, address: 1.2.3.4, password: 123456}'),
    /:5:\d+: .*must be text, got a number/,
  ],
  [
    minimal('', '{name: node1, address: 1.2.3.4, privateKey: nokey}'),
    /:5:\d+: the text is not the one of a private key/,
  ],
  [minimal('', '{name: Node1, address: 1.2.3.4}'), /new: hosts\[0\]\.name/],
  [`${minimal()}---\napiVersion: v1\nkind: ConfigMap\n`, /:8:1: kk takes every ConfigMap/],
])('fails with every place for %p', (text, message) => {
  expect(() => writeBack(text)).toThrow(message);
  expect(() => writeBack(text)).not.toThrow('123456');
});

test('fails where the file is missing', () => {
  expect(() => KubeKeyCluster.fromYaml(new ManifestApp(), 'a', join(folder, 'none.yaml'))).toThrow(
    'there is no file or folder of this name',
  );
});
