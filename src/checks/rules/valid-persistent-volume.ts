import { definition } from '../../facts/kubernetes/schema';
import { show } from '../../errors';
import { fieldsAt, textAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';

/** A PersistentVolume says where its storage is, and how it is used. */
export const validPersistentVolume: Check = {
  id: 'valid-persistent-volume',
  summary:
    'A PersistentVolume has one kind of storage and an access mode; local storage names its node.',
  why: 'The API server refuses a PersistentVolume without storage, with two kinds of it, without access modes, and local storage without nodeAffinity.',
  fix: 'Write one kind of storage, such as nfs or csi.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: data
spec:
  capacity:
    storage: 10Gi
  accessModes: [ReadWriteOnce]
`,
    right: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: data
spec:
  capacity:
    storage: 10Gi
  accessModes: [ReadWriteOnce]
  nfs:
    server: 10.0.0.5
    path: /data
`,
  },
  *run(input) {
    const { fields } = definition(input.kubernetesVersion, 'core.v1.PersistentVolumeSpec') ?? {};
    if (fields === undefined) return;
    for (const object of objectIndex(input).ofKind('/PersistentVolume')) {
      const spec = fieldsAt(object.manifest, 'spec');
      const keys = Object.keys(spec).filter((key) => spec[key] !== null);
      // A field that is misspelt may be the one that seems to be missing.
      if (keys.length === 0 || keys.some((key) => !fields.has(key))) continue;
      yield* volumeProblems(
        object,
        keys.filter((key) => !others.has(key)),
        [...fields.keys()].filter((key) => !others.has(key)),
      );
    }
  },
};

/** The fields of a PersistentVolume that are no storage. */
const others: ReadonlySet<string> = new Set([
  'accessModes',
  'capacity',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
]);

function* volumeProblems(
  object: CheckedObject,
  sources: readonly string[],
  known: readonly string[],
): Generator<Report> {
  const spec = fieldsAt(object.manifest, 'spec');
  const modes = spec['accessModes'];
  if (modes == null || (Array.isArray(modes) && modes.length === 0)) {
    const fix = 'Write one, such as accessModes: [ReadWriteOnce].';
    yield { object, field: 'spec.accessModes', problem: 'the volume has no access mode', fix };
  }
  if (sources.length !== 1) {
    const problem =
      sources.length === 0
        ? 'the volume does not say where its storage is'
        : `the volume has ${sources.length} kinds of storage: ${sources.join(', ')}`;
    const from = sources.length > 0 ? {} : { from: known.map((key) => `spec.${key}`) };
    yield { object, field: 'spec', problem, ...from };
  }
  if (sources.includes('local') && at(spec, 'nodeAffinity', 'required') == null) {
    yield {
      object,
      field: 'spec.nodeAffinity',
      problem: 'local storage needs nodeAffinity, so that pods go where it is',
      fix: 'Write nodeAffinity.required with the name of the node.',
      from: ['spec.nodeAffinity.required'],
    };
  }
  const share = textAt(spec, 'nfs', 'path');
  if (share !== undefined && !share.startsWith('/')) {
    const problem = `must be an absolute path, got ${show(share)}`;
    yield { object, field: 'spec.nfs.path', problem, fix: `Write /${share}.` };
  }
}
