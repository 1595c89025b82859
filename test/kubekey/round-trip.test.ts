import fc from 'fast-check';
import { ManifestApp } from '../../src/app/manifest-app';
import { clusterFields } from '../../src/facts/kubekey/cluster-fields.generated';
import { clusterValues } from '../../src/facts/kubekey/cluster-values';
import { Credential } from '../../src/kubekey/credential';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import type { KubeKeyClusterProps } from '../../src/kubekey/kube-key-cluster-props';
import { writeYaml } from '../../src/manifest/write';
import { readers } from '../oracles/readers';
import { sameValue } from '../oracles/same-value';
import { lesson } from './samples';

/** Texts that a YAML reader may take for something else, and any others. */
const text = fc.oneof(
  fc.constantFrom('yes', 'n', '~', 'null', '0123', '0o17', '1_000', '1:30', '2024-01-01', '1e3'),
  fc.constantFrom(
    '=',
    '<<',
    '',
    ' ',
    '- a',
    'a: b',
    'a #b',
    '@x',
    '%x',
    '!x',
    '&x',
    '*x',
    '|',
    '>',
  ),
  fc.constantFrom('a\nb', 'a\n', '\na', 'a\tb', '"', "'", '\\', '{a,b}', '[1]', '.inf', '.5', '+1'),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
);

/** Anything that the types allow below a path of the table of fields. */
function arbitraryAt(path: string): fc.Arbitrary<unknown> {
  const type = clusterFields[path]?.type ?? 'object';
  const known = clusterValues[path];
  switch (type) {
    case 'string':
      return known === undefined ? text : fc.constantFrom(...known.values);
    case 'integer':
      return fc.integer({ min: 0 });
    case 'boolean':
      return fc.boolean();
    case 'strings':
      return fc.array(text, { maxLength: 3 });
    case 'stringMap':
      return fc.dictionary(text, text, { maxKeys: 3 });
    case 'booleanMap':
      return fc.dictionary(text, fc.boolean(), { maxKeys: 3 });
    case 'free':
      return fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });
    case 'objects':
      return fc.array(objectAt(`${path}[].`), { maxLength: 2 });
    case 'objectMap':
      return fc.dictionary(text, objectAt(`${path}.<key>.`), { maxKeys: 2 });
    case 'stringsMap':
      return fc.dictionary(text, fc.array(text), { maxKeys: 3 });
    case 'object':
      return objectAt(`${path}.`);
  }
}

function objectAt(prefix: string): fc.Arbitrary<unknown> {
  const fields = Object.keys(clusterFields)
    .filter((path) => path.startsWith(prefix) && !/[.[]/.test(path.slice(prefix.length)))
    .map((path) => [path.slice(prefix.length), arbitraryAt(path)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

const groups = [
  'controlPlaneEndpoint',
  'system',
  'etcd',
  'dns',
  'network',
  'storage',
  'addons',
  'kubesphere',
];
const props = fc.record({
  ...Object.fromEntries(groups.map((group) => [group, arbitraryAt(`spec.${group}`)])),
  kubernetes: (arbitraryAt('spec.kubernetes') as fc.Arbitrary<object>).map((fields) => ({
    ...fields,
    version: 'v1.26.4',
  })),
  registry: (arbitraryAt('spec.registry') as fc.Arbitrary<object>).map((fields) => ({
    ...fields,
    auths: { 'hub.example.com': { credential: Credential.password('012') } },
  })),
  hosts: fc.tuple(text, text).map(([label, password]) => [
    {
      ...lesson.hosts[0],
      credential: Credential.password(password === '' ? 'x' : password),
      labels: { label },
    },
  ]),
});

test('any cluster that the types allow reads back equal by readers of YAML 1.1 and 1.2', () => {
  fc.assert(
    fc.property(props, (fields) => {
      const all = { ...lesson, ...fields } as KubeKeyClusterProps;
      const [file] = new KubeKeyCluster(new ManifestApp(), 'any', all).toFiles();
      const manifests = file?.reveal?.() ?? [];
      const yaml = writeYaml(manifests);
      for (const { name, readAll } of readers) {
        const [reading] = readAll([yaml]);
        expect([name, sameValue(reading?.value, manifests[0])]).toEqual([name, true]);
      }
    }),
    { numRuns: 100 },
  );
});
