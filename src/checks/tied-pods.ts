import { fieldsAt, itemsAt, textAt } from '../manifest/fields';
import { at } from '../manifest/manifest';
import type { CheckInput } from './check';
import { objectIndex, type IndexedPod } from './object-index';

/**
 * Tells whether a pod holds something that a second pod beside it could not have: a claim that is not
 * known to be shared by several nodes, a device such as a GPU, or a port of its node.
 */
export function isTiedToOnePod(input: CheckInput, indexed: IndexedPod): boolean {
  const { spec } = indexed.pod;
  if (spec['hostNetwork'] === true) return true;
  if (indexed.pod.containers.some(({ container }) => hasDeviceOrHostPort(container))) {
    return true;
  }
  return itemsAt(spec, 'volumes').some(({ item }) => {
    const claim = textAt(item, 'persistentVolumeClaim', 'claimName');
    return claim !== undefined && !isShared(input, indexed.namespace, claim);
  });
}

function hasDeviceOrHostPort(container: unknown): boolean {
  const resources = ['limits', 'requests'].flatMap((part) =>
    Object.keys(fieldsAt(container, 'resources', part)),
  );
  return (
    resources.some((name) => name.includes('/')) ||
    itemsAt(container, 'ports').some(({ item }) => typeof item['hostPort'] === 'number')
  );
}

function isShared(input: CheckInput, namespace: string, name: string): boolean {
  const claim = objectIndex(input).find('/PersistentVolumeClaim', namespace, name);
  const modes = claim === undefined ? undefined : at(claim.manifest, 'spec', 'accessModes');
  return (
    Array.isArray(modes) && (modes.includes('ReadWriteMany') || modes.includes('ReadOnlyMany'))
  );
}
