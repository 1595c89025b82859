import type { Manifest } from '../manifest/manifest';
import type { Attribution } from './change';
import type { Difference } from './diff';
import type { Surroundings } from './surroundings';

/** One object before and after, and what stands around it. */
export interface Pair {
  /** The object before, with the API's defaults. */
  readonly before: Manifest;
  /** The object after, with the API's defaults. */
  readonly after: Manifest;
  /** The object before as it was written, without what only repeats a default. */
  readonly beforeWritten: Manifest;
  /** The object after as it is written, without what only repeats a default. */
  readonly afterWritten: Manifest;
  /** Everything that differs between the two. */
  readonly differences: readonly Difference[];
  /** The objects before. */
  readonly old: Surroundings;
  /** The objects after; one that is refused is as it was. */
  readonly next: Surroundings;
  /** Kubernetes version, as minor: `1.26`. */
  readonly version: string;
}

/** An object that only one side has, and what stands around it there. */
export interface Single {
  /** The object with the API's defaults. */
  readonly manifest: Manifest;
  /** The objects of its side. */
  readonly around: Surroundings;
  /** The objects after, of one that is no longer among them. */
  readonly next?: Surroundings;
  /** Kubernetes version, as minor: `1.26`. */
  readonly version: string;
}

/** A changed field with its pattern: `spec.ports[*].port`, where each item of a list is `[*]`. */
export interface FieldChange extends Difference {
  /** Path with `[*]` in place of each item of a list. */
  readonly pattern: string;
}

/**
 * What changes of one kind of object do. Plain data and pure functions; the file bears the kind's name.
 *
 * Fields that no update may change are known from the table of immutable fields, by version; only what
 * depends on more than that is said here.
 */
export interface KindEffects {
  /** The kinds, as group and kind: `apps/Deployment`; the core group is empty: `/Service`. */
  readonly kinds: readonly string[];
  /**
   * Rules that go before the table of immutable fields: where a change is refused, or accepted
   * although the table refuses it. Undefined where the table decides.
   */
  rules?(change: FieldChange, pair: Pair): Attribution | undefined;
  /** What a change of a field does; undefined where nothing is known of it. */
  changed(change: FieldChange, pair: Pair): Attribution | undefined;
  /** What deleting and creating the object again costs, as a sentence: the way out of a refusal. */
  recreating?(pair: Pair): string;
  /**
   * True where the pods restart although only the way a quantity is written changed.
   *
   * @default false
   */
  readonly comparesNotation?: boolean;
  /** What creating an object does; a plain sentence is written where left out. */
  created?(single: Single): Attribution;
  /** What is special about an object that is no longer in the input. */
  removed?(single: Single): Attribution | undefined;
}

/** Tells whether a pattern is a field or lies within it. */
export function isWithin(pattern: string, field: string): boolean {
  return (
    pattern === field ||
    (pattern.startsWith(field) && ['.', '['].includes(pattern.charAt(field.length)))
  );
}
