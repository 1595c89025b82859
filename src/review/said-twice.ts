import { isEqual } from '../manifest/equal';
import { describe, refOf, type Manifest } from '../manifest/manifest';
import { storedIdentity } from './pair-objects';

/** An object that one side holds twice, in two ways. */
export interface SaidTwice {
  /** What is wrong, up to the place of the first. */
  readonly problem: string;
  /** What to do, as a sentence. */
  readonly fix: string;
  /** Position of the second in the list. */
  readonly index: number;
  /** Position of the first in the list. */
  readonly first: number;
}

/**
 * The objects of one side that are there a second time and say something else: a review is of one
 * cluster, and which of the two is applied last nobody knows. The same said twice is no harm.
 */
export function saidTwice(manifests: readonly Manifest[]): readonly SaidTwice[] {
  const seen = new Map<string, number>();
  return manifests.flatMap((manifest, index) => {
    const ref = refOf(manifest);
    // Without a name, as with generateName, each is an object of its own.
    if (ref.name === '') return [];
    const identity = storedIdentity(manifest);
    const first = seen.get(identity);
    if (first === undefined) seen.set(identity, index);
    if (first === undefined || isEqual(manifests[first], manifest)) return [];
    return {
      problem: `${describe(ref)} is said a second time and otherwise than at`,
      fix: 'A review is of one cluster: name the folder of one cluster, or keep one of the two.',
      index,
      first,
    };
  });
}
