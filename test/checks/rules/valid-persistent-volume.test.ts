import { validPersistentVolume as check } from '../../../src/checks/rules/valid-persistent-volume';
import { finds } from '../finds';

const volume = (spec: string, modes = 'accessModes: [ReadWriteOnce], '): string[] =>
  finds(
    check,
    `apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: it }\nspec: { capacity: { storage: 1Gi }, ${modes}${spec} }`,
  );

test.each([
  'hostPath: { path: /data }',
  'nfs: { server: a, path: / }, csi: null',
  'local: { path: /data }, nodeAffinity: { required: { nodeSelectorTerms: [] } }',
  'hostpath: { path: /data }',
])('passes one kind of storage, and leaves a misspelt one to the check for that: %s', (spec) => {
  expect(volume(spec)).toEqual([]);
});

test.each([
  ['volumeMode: Block', 'spec: the volume does not say where its storage is'],
  [
    'hostPath: { path: /a }, nfs: { server: a, path: /b }',
    'spec: the volume has 2 kinds of storage: hostPath, nfs',
  ],
  [
    'local: { path: /data }',
    'spec.nodeAffinity: local storage needs nodeAffinity, so that pods go where it is',
  ],
  ['nfs: { server: a, path: b }', 'spec.nfs.path: must be an absolute path, got "b"'],
])('reports a volume that the API server refuses: %s', (spec, found) => {
  expect(volume(spec)).toEqual([`error PersistentVolume/it ${found}`]);
});

test('wants an access mode', () => {
  expect(volume('hostPath: { path: /a }', '')).toEqual([
    'error PersistentVolume/it spec.accessModes: the volume has no access mode',
  ]);
});
