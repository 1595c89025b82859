import type { ObjectRef } from '../manifest/manifest';

/**
 * What applying a change does, worst first.
 *
 * - `rejected`: the API server (or kk) refuses it
 * - `data-risk`: data may be lost
 * - `replaced`: another object takes the place of the old one
 * - `removed`: the object is no longer in the input
 * - `restart-with-downtime`: pods restart, and for a time none of them serves
 * - `unknown`: no rule tells
 * - `traffic`: who reaches what, and by which address, changes
 * - `rolling-restart`: pods restart while others go on serving
 * - `scale`: pods are added or removed, none restarts
 * - `config-only`: something is stored that takes effect when it is read the next time
 * - `rollout-setting`: how later changes are carried out; nothing happens now
 * - `created`: a new object
 * - `metadata`: labels and annotations that nothing in the input acts on
 * - `none`: nothing happens
 */
export const effects = [
  'rejected',
  'data-risk',
  'replaced',
  'removed',
  'restart-with-downtime',
  'unknown',
  'traffic',
  'rolling-restart',
  'scale',
  'config-only',
  'rollout-setting',
  'created',
  'metadata',
  'none',
] as const;

/** What applying a change does: one of `effects`. */
export type Effect = (typeof effects)[number];

/** One change of one object, with what applying it does. */
export interface Change {
  /** The object, as it is after the change; a removed one as it was. */
  readonly object: ObjectRef;
  /**
   * The field, such as `spec.template.spec.containers[nginx].image`; an item of a list is named by
   * its key where the API has one. Empty where the change is about the whole object.
   */
  readonly field: string;
  /** The value before, the API's default where none was written; undefined where there is none. */
  readonly before?: unknown;
  /** The value after, the API's default where none is written; undefined where there is none. */
  readonly after?: unknown;
  /** What applying it does. */
  readonly effect: Effect;
  /** What applying it does, in sentences with the numbers of this very object. */
  readonly explanation: string;
  /**
   * What to do about it, in sentences.
   *
   * @default - nothing needs to be done
   */
  readonly advice?: string;
  /**
   * How many pods restart because of it.
   *
   * @default - none, or it is not known
   */
  readonly pods?: number;
}

/** What an effect says of one change: all of it but the object, the field and the values. */
export type Attribution = Pick<Change, 'effect' | 'explanation' | 'advice' | 'pods'>;

/** The result of a review. */
export interface Review {
  /** Version of this format. */
  readonly version: 1;
  /** Kubernetes version that was assumed, as minor: `1.26`. */
  readonly kubernetesVersion: string;
  /** How many changes have each effect; effects without a change are left out. */
  readonly summary: Readonly<Partial<Record<Effect, number>>>;
  /** All changes, those of one object together, worst first. */
  readonly changes: readonly Change[];
}

/** Position of an effect in the order of badness: 0 is the worst. */
export function rankOf(effect: Effect): number {
  return effects.indexOf(effect);
}
