import type { Problem } from '../errors';
import { isEqual } from '../manifest/equal';
import { describe, refOf, type Manifest } from '../manifest/manifest';
import { manifestOf, ReadObject } from '../manifest/read-object';
import { storedIdentity } from './pair-objects';

/**
 * A problem for each object of one side that is there a second time and says something else: a review
 * is of one cluster, and which of the two is applied last nobody knows. The same said twice is no harm.
 *
 * @param side what the place of an object is called that was read from no file: `before` or `after`
 */
export function saidTwice(
  objects: readonly (Manifest | ReadObject)[],
  side: string,
): readonly Problem[] {
  const place = (index: number): string => {
    const object = objects[index];
    if (!(object instanceof ReadObject)) return `${side}[${index}]`;
    const { file, line, column } = object.position();
    return `${file}:${line}:${column}`;
  };
  const seen = new Map<string, { readonly manifest: Manifest; readonly index: number }>();
  return objects.flatMap((object, index) => {
    const manifest = manifestOf(object);
    const ref = refOf(manifest);
    // Without a name, as with generateName, each is an object of its own.
    if (ref.name === '') return [];
    const identity = storedIdentity(manifest);
    const first = seen.get(identity);
    if (first === undefined) seen.set(identity, { manifest, index });
    if (first === undefined || isEqual(first.manifest, manifest)) return [];
    return {
      path: place(index),
      problem: `${describe(ref)} is said a second time and otherwise than at ${place(first.index)}`,
      fix: 'A review is of one cluster: name the folder of one cluster, or keep one of the two.',
    };
  });
}
