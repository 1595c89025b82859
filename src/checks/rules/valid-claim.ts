import { show } from '../../errors';
import { appendField } from '../../manifest/field-path';
import { fieldsAt, itemsAt } from '../../manifest/fields';
import { at, isFields } from '../../manifest/manifest';
import { parseQuantity } from '../../manifest/quantity';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';
import { isReported } from '../schema-faults';

/** A PersistentVolumeClaim says how much it needs, and how it is used; a PersistentVolume how much it has. */
export const validClaim: Check = {
  id: 'valid-claim',
  summary:
    'A PersistentVolumeClaim asks for an amount of storage and an access mode, and a PersistentVolume has a capacity.',
  why: 'The API server refuses a claim that asks for no storage, or for none in particular, and a volume without a capacity.',
  fix: 'Write resources.requests.storage, such as 10Gi.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests: {}
`,
    right: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests: { storage: 10Gi }
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const object of index.ofKind('/PersistentVolumeClaim')) {
      yield* claimProblems(object, object.manifest, 'spec');
    }
    for (const object of index.ofKind('/PersistentVolume')) {
      const spec = fieldsAt(object.manifest, 'spec');
      const other = Object.keys(fieldsAt(spec, 'capacity')).find((key) => key !== 'storage');
      if (other !== undefined) {
        const problem = `a volume has storage alone, got ${show(other)}`;
        const field = appendField('spec.capacity', other);
        yield { object, field, problem, fix: 'Write storage, such as 10Gi.' };
        continue;
      }
      if (at(spec, 'capacity', 'storage') != null) continue;
      // One in a wrong place, or of a wrong type, is reported as such.
      const others = Object.keys(spec).filter((key) => key !== 'capacity' && spec[key] !== null);
      if (others.some((key) => isCapacity.test(key))) continue;
      const fix = 'Write capacity with its size below it, such as storage: 10Gi.';
      yield { object, field: 'spec.capacity', problem: 'the volume has no capacity', fix };
    }
    for (const { object, pod } of index.podsWith('volumes')) {
      for (const { item, index: position } of itemsAt(pod.spec, 'volumes')) {
        const claim = at(item, 'ephemeral', 'volumeClaimTemplate');
        if (!isFields(claim)) continue;
        const field = `${pod.specField}.volumes[${position}].ephemeral.volumeClaimTemplate.spec`;
        yield* claimProblems(object, claim, field);
        for (const key of Object.keys(fieldsAt(claim, 'metadata'))) {
          if (key === 'labels' || key === 'annotations' || at(claim, 'metadata', key) == null)
            continue;
          const place = `${field.replace(/spec$/, 'metadata')}.${key}`;
          const problem = `the claim of a pod gets its ${key} from the server`;
          const fix = 'Take it out; labels and annotations may stay.';
          if (!isReported(input, object, place)) yield { object, field: place, problem, fix };
        }
      }
    }
    for (const object of index.ofKind('apps/StatefulSet')) {
      for (const { item, index: position } of itemsAt(
        object.manifest,
        'spec',
        'volumeClaimTemplates',
      )) {
        const place = `spec.volumeClaimTemplates[${position}]`;
        yield* claimProblems(object, item, `${place}.spec`);
        if (at(item, 'metadata', 'name') != null) continue;
        const fix = 'Write metadata.name: it is the name of the volume in the pods.';
        const field = `${place}.metadata.name`;
        yield { object, field, problem: 'the claim has no name', fix, from: [] };
      }
    }
  },
};

const isCapacity = /^(capac|storage$|size$|resources$)/i;

function* claimProblems(object: CheckedObject, claim: unknown, field: string): Generator<Report> {
  const spec = fieldsAt(claim, 'spec');
  const modes = spec['accessModes'];
  if (Array.isArray(modes) && modes.length > 1 && modes.includes('ReadWriteOncePod')) {
    const problem = 'ReadWriteOncePod may not be beside other access modes';
    yield { object, field: `${field}.accessModes`, problem, fix: 'Leave one access mode.' };
  }
  const resources = spec['resources'];
  // A claim without resources is reported as incomplete.
  if (typeof resources !== 'object' || resources === null) return;
  const storage = fieldsAt(resources, 'requests')['storage'];
  const isMisspelt = Object.keys(resources).some((key) => key !== 'requests' && key !== 'limits');
  if (isMisspelt) return;
  if (storage === undefined || storage === null) {
    yield { object, field: `${field}.resources.requests.storage`, problem: 'storage is missing' };
    return;
  }
  const amount = parseQuantity(storage);
  if (amount === undefined || amount > 0n) return;
  const problem = `must be more than 0, got ${show(storage)}`;
  yield { object, field: `${field}.resources.requests.storage`, problem };
}
