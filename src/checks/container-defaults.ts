import { fieldsAt, itemsAt, textAt } from '../manifest/fields';
import type { PodContainer } from '../manifest/relations';
import type { CheckInput } from './check';
import { namespaceOf, objectIndex, type IndexedPod } from './object-index';

/** A part of `resources`. */
export type ResourcePart = 'requests' | 'limits';

const known = new WeakMap<CheckInput, ReadonlySet<string>>();

/**
 * Tells whether a container ends up with a request or a limit of a resource: it is written there, for
 * its pod as a whole, or given by a LimitRange of its namespace. A limit counts as a request, too, since
 * the API server takes it for one.
 */
export function hasResource(
  input: CheckInput,
  { pod, namespace }: IndexedPod,
  { container }: PodContainer,
  part: ResourcePart,
  resource: string,
): boolean {
  const parts: readonly ResourcePart[] = part === 'requests' ? ['requests', 'limits'] : ['limits'];
  const ranges = limitRangeDefaults(input);
  return parts.some(
    (one) =>
      isGiven(container, one, resource) ||
      isGiven(pod.spec, one, resource) ||
      ranges.has(`${namespace} ${one} ${resource}`),
  );
}

function isGiven(holder: unknown, part: ResourcePart, resource: string): boolean {
  const amount = fieldsAt(holder, 'resources', part)[resource];
  return amount !== undefined && amount !== null;
}

/** What LimitRanges give to containers, as `namespace part resource`. */
function limitRangeDefaults(input: CheckInput): ReadonlySet<string> {
  let found = known.get(input);
  if (found === undefined) {
    const given = new Set<string>();
    for (const range of objectIndex(input).ofKind('/LimitRange')) {
      for (const { item } of itemsAt(range.manifest, 'spec', 'limits')) {
        if (textAt(item, 'type') !== 'Container') continue;
        const sources = [
          ['requests', 'defaultRequest'],
          ['limits', 'default'],
          // A maximum without a default is the default.
          ['limits', 'max'],
        ] as const;
        for (const [part, source] of sources) {
          for (const resource of Object.keys(fieldsAt(item, source))) {
            given.add(`${namespaceOf(range)} ${part} ${resource}`);
          }
        }
      }
    }
    known.set(input, (found = given));
  }
  return found;
}
