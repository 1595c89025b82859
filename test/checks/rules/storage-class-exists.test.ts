import { storageClassExists as check } from '../../../src/checks/rules/storage-class-exists';
import { finds, workloadYaml } from '../finds';
import { findsOnCluster, fixesOnCluster } from '../on-cluster';

const claim = (spec: string): string => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { ${spec}, accessModes: [ReadWriteOnce] }
---
`;
const fast = claim('storageClassName: fast');
const storageClass = (name: string, annotations = '{}'): string => `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: ${name}, annotations: ${annotations} }
provisioner: example.com/disk
---
`;
const openebs = 'spec: { storage: { openebs: { basePath: /data } } }';

test('warns of a class that nothing makes', () => {
  expect(findsOnCluster(check, '', fast)).toEqual([
    'warning data spec.storageClassName: nothing among the objects and the Cluster makes the storage class "fast"',
  ]);
  expect(findsOnCluster(check, '', fast, { references: 'closed' })[0]).toMatch(/^error/);
});

test('warns of a claim of a StatefulSet and of a pod', () => {
  const set = workloadYaml(
    'StatefulSet',
    'volumeClaimTemplates: [{ metadata: { name: a }, spec: { storageClassName: fast } }]',
    'volumes: [{ name: b, ephemeral: { volumeClaimTemplate: { spec: { storageClassName: slow } } } }]',
  );
  expect(findsOnCluster(check, '', set).map((line) => line.split(': ')[0])).toEqual([
    'warning web spec.volumeClaimTemplates[0].spec.storageClassName',
    'warning web spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.storageClassName',
  ]);
});

test('makes the class local only where KubeKey is told to', () => {
  const local = claim('storageClassName: local');
  expect(findsOnCluster(check, '', local)).toHaveLength(1);
  expect(fixesOnCluster(check, '', local)).toEqual([
    'Run kk create cluster with --with-local-storage and say so in the Cluster’s spec.storage.openebs.',
  ]);
  expect(findsOnCluster(check, openebs, local)).toEqual([]);
  expect(findsOnCluster(check, 'spec: { kubesphere: { enabled: true } }', local)).toEqual([]);
});

test('warns of a claim that leaves its class to a cluster without a default one', () => {
  const any = claim('volumeMode: Filesystem');
  expect(findsOnCluster(check, '', any)).toHaveLength(1);
  expect(findsOnCluster(check, openebs, any)).toEqual([]);
  const byDefault = storageClass('fast', '{ storageclass.kubernetes.io/is-default-class: "true" }');
  expect(findsOnCluster(check, '', any + byDefault)).toEqual([]);
  expect(findsOnCluster(check, '', any + storageClass('fast'))).toHaveLength(1);
});

test('says which class is meant', () => {
  expect(fixesOnCluster(check, '', claim('storageClassName: fats') + storageClass('fast'))).toEqual(
    ['Write fast if you mean that class, or name "fats" as external.'],
  );
});

test.each([
  ['a class among the objects', '', fast + storageClass('fast')],
  [
    'a volume of that class',
    '',
    `${fast}apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: disk }\nspec: { storageClassName: fast }\n`,
  ],
  ['an addon that makes classes', 'spec: { addons: [{ name: nfs-client }] }', fast],
  ['a claim without a class', '', claim('storageClassName: ""')],
  ['a claim for a volume by name', '', claim('storageClassName: fast, volumeName: disk')],
])('passes %s', (_what, change, yaml) => {
  expect(findsOnCluster(check, change, yaml)).toEqual([]);
});

test('passes an external class, and says nothing without a Cluster', () => {
  const external = [{ kind: 'StorageClass', name: 'fast' }];
  expect(findsOnCluster(check, '', fast, { external })).toEqual([]);
  expect(finds(check, fast)).toEqual([]);
});
