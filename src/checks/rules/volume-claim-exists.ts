import { itemsAt, textAt } from '../../manifest/fields';
import type { Check, CheckedObject } from '../check';
import { objectIndex } from '../object-index';
import { isExternal, reportMissing } from '../references';

/** The PersistentVolumeClaims that pods mount are there. */
export const volumeClaimExists: Check = {
  id: 'volume-claim-exists',
  summary: 'The PersistentVolumeClaims that pods mount exist.',
  why: 'A pod whose claim is not there stays Pending.',
  fix: 'Add the PersistentVolumeClaim to the objects, correct its name, or name it as external.',
  severity: 'warning',
  *run(input) {
    const index = objectIndex(input);
    for (const { object, pod, namespace } of index.podsWith('volumes')) {
      const templates = claimTemplates(object);
      for (const { item, index: position } of itemsAt(pod.spec, 'volumes')) {
        // A StatefulSet's own claim takes the place of a volume of the same name.
        if (templates.has(textAt(item, 'name'))) continue;
        const name = textAt(item, 'persistentVolumeClaim', 'claimName');
        if (name === undefined) continue;
        const kind = '/PersistentVolumeClaim';
        if (index.find(kind, namespace, name) !== undefined) continue;
        if (isExternal(input, 'PersistentVolumeClaim', namespace, name)) continue;
        const field = `${pod.specField}.volumes[${position}].persistentVolumeClaim.claimName`;
        yield reportMissing(input, kind, { object, field, name, namespace });
      }
    }
  },
};

function claimTemplates({ manifest }: CheckedObject): ReadonlySet<string | undefined> {
  if (manifest.kind !== 'StatefulSet') return new Set();
  return new Set(
    itemsAt(manifest, 'spec', 'volumeClaimTemplates').map(({ item }) =>
      textAt(item, 'metadata', 'name'),
    ),
  );
}
