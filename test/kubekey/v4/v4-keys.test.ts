import { clusterFields } from '../../../src/facts/kubekey/cluster-fields.generated';
import { v4ConfigKeys, v4InventoryKeys } from '../../../src/facts/kubekey/v4-keys.generated';
import { v4ConfigOutOfReach, v4InventoryOutOfReach } from './out-of-reach';
import { isFields, type Manifest } from '../../../src/manifest/manifest';
import { twins } from '../../../src/kubekey/v4/twins';
import { v4Files } from '../../../src/kubekey/v4/v4-files';

/** A value for every field of the Cluster, by its type. */
const samples: Readonly<Record<string, unknown>> = {
  string: 'text',
  integer: 7,
  boolean: true,
  strings: ['key=value'],
  stringMap: { key: 'value' },
  booleanMap: { Gate: true },
  stringsMap: {},
  free: { key: 'value' },
  objectMap: {},
};

/** A Cluster that says every field, with these values in place of samples. */
function everything(values: Readonly<Record<string, unknown>>): Manifest {
  const build = (path: string): unknown => {
    if (Object.hasOwn(values, path)) return values[path];
    const type = clusterFields[path]?.type ?? 'object';
    const prefix = type === 'objects' ? `${path}[].` : `${path}.`;
    if (type !== 'object' && type !== 'objects') return samples[type];
    const children = Object.keys(clusterFields)
      .filter((child) => child.startsWith(prefix) && !/[.[]/.test(child.slice(prefix.length)))
      .map((child) => [child.slice(prefix.length), build(child)] as const);
    const item = Object.fromEntries(children);
    return type === 'objects' ? [item] : item;
  };
  return {
    apiVersion: 'kubekey.kubesphere.io/v1alpha2',
    kind: 'Cluster',
    metadata: { name: 'all' },
    spec: build('spec'),
  };
}

const common = {
  'spec.kubernetes.version': 'v1.26.4',
  'spec.kubernetes.type': 'kubernetes',
  'spec.kubernetes.containerManager': 'containerd',
  'spec.hosts[].internalAddress': '10.0.0.1,fd00::1',
  'spec.hosts[].privateKeyPath': '/keys/id',
  'spec.roleGroups': { etcd: ['a'], master: ['a'], worker: ['a'], registry: ['a'] },
  'spec.registry.privateRegistry': 'hub.example.com',
  'spec.registry.auths': Object.fromEntries(
    ['hub.example.com', 'other.example.com'].map((host) => [
      host,
      {
        username: 'u',
        password: 'p',
        plainHTTP: true,
        caFile: 'a',
        certFile: 'b',
        keyFile: 'c',
      },
    ]),
  ),
};
const variants = [
  {
    'spec.controlPlaneEndpoint.internalLoadbalancer': 'kube-vip',
    'spec.network.plugin': 'kubeovn',
  },
  { 'spec.controlPlaneEndpoint.internalLoadbalancer': undefined, 'spec.registry.type': 'harbor' },
].map((variant) => v4Files(everything({ ...common, ...variant }), { zone: 'cn' }));

function leafPaths(value: unknown, path: string): string[] {
  if (Array.isArray(value) && value.some(isFields)) {
    return value.flatMap((item: unknown) => leafPaths(item, `${path}[]`));
  }
  if (!isFields(value) || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    leafPaths(item, path === '' ? key : `${path}.${key}`),
  );
}

/** Mappings whose keys the author chooses: every key below them can be written. */
const free = [
  'kubernetes.apiserver.extra_args',
  'kubernetes.controller_manager.extra_args',
  'kubernetes.kube_proxy.config',
];

const isBelow = (key: string, of: string): boolean =>
  key === of || key.startsWith(`${of}.`) || key.startsWith(`${of}[]`);

function check(keys: readonly string[], written: readonly string[], table: object): void {
  const outOfReach = Object.keys(table);
  const isWritten = (key: string): boolean =>
    written.some((path) => isBelow(path, key)) || free.some((map) => isBelow(key, map));
  const isListed = (key: string): boolean => outOfReach.some((path) => isBelow(key, path));
  const forgotten = keys.filter((key) => {
    const children = keys.filter((other) => other !== key && isBelow(other, key));
    return children.length === 0 && !isWritten(key) && !isListed(key);
  });
  expect(forgotten).toEqual([]);
  expect(outOfReach.filter((path) => !keys.some((key) => isBelow(key, path)))).toEqual([]);
  expect(keys.filter((key) => isListed(key) && isWritten(key))).toEqual([]);
}

test('each key of the Config is written by some field, or listed as out of reach', () => {
  const written = variants.flatMap(({ config }) => leafPaths(config['spec'], ''));
  expect(v4ConfigKeys.length).toBeGreaterThan(300);
  check(v4ConfigKeys, written, v4ConfigOutOfReach);
});

test('each key of the Inventory is written by some field, or listed as out of reach', () => {
  const written = variants
    .flatMap(({ inventory }) => leafPaths(inventory['spec'], 'spec'))
    .map((path) => path.replace(/^spec\.hosts\.[^.]+/, 'spec.hosts.<host>'));
  check(v4InventoryKeys, written, v4InventoryOutOfReach);
});

test('each field of the Cluster has a twin or a way out, and no other field has', () => {
  const leaves = Object.entries(clusterFields)
    .filter(([, { type }]) => type !== 'object' && type !== 'objects')
    .map(([path]) => path.replace('spec.', ''));
  expect(Object.keys(twins).sort()).toEqual(leaves.sort());
});

test('each way out is a sentence', () => {
  const fixes = Object.values(twins).flatMap((twin) => ('lost' in twin ? [twin.lost] : []));
  expect(fixes.filter((fix) => !/^[A-Zk].*\.$/.test(fix))).toEqual([]);
});
