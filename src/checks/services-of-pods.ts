import type { CheckedObject, CheckInput } from './check';
import { objectIndex, type IndexedPod } from './object-index';

const known = new WeakMap<CheckInput, ReadonlyMap<IndexedPod, readonly CheckedObject[]>>();

/** The Services that send to each pod; a pod that none sends to is not in it. Made once an input. */
export function servicesOfPods(
  input: CheckInput,
): ReadonlyMap<IndexedPod, readonly CheckedObject[]> {
  let found = known.get(input);
  if (found === undefined) known.set(input, (found = findServices(input)));
  return found;
}

function findServices(input: CheckInput): ReadonlyMap<IndexedPod, readonly CheckedObject[]> {
  const index = objectIndex(input);
  const found = new Map<IndexedPod, CheckedObject[]>();
  for (const { object, namespace, type, selector } of index.services) {
    if (type === 'ExternalName') continue;
    for (const pod of index.selected(namespace, selector)) {
      const services = found.get(pod);
      if (services === undefined) found.set(pod, [object]);
      else services.push(object);
    }
  }
  return found;
}
