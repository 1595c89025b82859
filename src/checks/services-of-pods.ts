import { labelsAt, textAt } from '../manifest/fields';
import type { CheckedObject, CheckInput } from './check';
import { namespaceOf, objectIndex, type IndexedPod } from './object-index';

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
  for (const service of index.ofKind('/Service')) {
    if (textAt(service.manifest, 'spec', 'type') === 'ExternalName') continue;
    const selector = labelsAt(service.manifest, 'spec', 'selector');
    for (const pod of index.selected(namespaceOf(service), selector)) {
      const services = found.get(pod);
      if (services === undefined) found.set(pod, [service]);
      else services.push(service);
    }
  }
  return found;
}
