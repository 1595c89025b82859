import { show } from '../../errors';
import { fieldsAt, itemsAt } from '../../manifest/fields';
import { parseQuantity } from '../../manifest/quantity';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';

/** A PersistentVolumeClaim says how much it needs, and how it is used. */
export const validClaim: Check = {
  id: 'valid-claim',
  summary: 'A PersistentVolumeClaim asks for an amount of storage and an access mode.',
  why: 'The API server refuses a claim that asks for no storage, or for none in particular.',
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
    for (const object of index.ofKind('apps/StatefulSet')) {
      for (const { item, index: position } of itemsAt(
        object.manifest,
        'spec',
        'volumeClaimTemplates',
      )) {
        yield* claimProblems(object, item, `spec.volumeClaimTemplates[${position}].spec`);
      }
    }
  },
};

function* claimProblems(object: CheckedObject, claim: unknown, field: string): Generator<Report> {
  const spec = fieldsAt(claim, 'spec');
  const modes = spec['accessModes'];
  if (Array.isArray(modes) && modes.length === 0) {
    const fix = 'Write one, such as ReadWriteOnce.';
    yield { object, field: `${field}.accessModes`, problem: 'there is no access mode', fix };
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
