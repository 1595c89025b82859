import { throwProblems } from '../errors';
import { recordOf } from '../manifest/form';
import { anyVersion } from '../manifest/version-form';
import type { Effect } from '../review/change';
import { acceptedEffects, type KeptBackEffect } from './accepted-effects';

/** What a snapshot matcher takes besides the name of the snapshot. */
export interface SnapshotOptions {
  /**
   * The effects that an update (`-u`) may store: each of `rejected`, `replaced` and `data-risk` keeps
   * a file back until it is named.
   *
   * @default - those that the environment's `GROUNDWORK_ACCEPT` names, joined by commas; else none
   */
  readonly accept?: readonly KeptBackEffect[];
  /**
   * Kubernetes version of the cluster that the review is for, such as `1.26` or `v1.26.4`.
   *
   * @default - that of the file's KubeKey cluster; else the newest that this package knows
   */
  readonly kubernetesVersion?: string;
}

/** Which snapshots a run may write: `all` (`-u`), only `new` ones, or `none` (`--ci`). */
export type SnapshotUpdate = 'all' | 'new' | 'none';

/** The options, checked. */
export interface CheckedOptions {
  /** The effects that may be stored. */
  readonly accepted: ReadonlySet<Effect>;
  /** The Kubernetes version that the test names. */
  readonly kubernetesVersion: string | undefined;
}

const optionsForm = recordOf({ accept: () => [], kubernetesVersion: anyVersion });

/** @throws GroundworkError with what is wrong with the options */
export function checkedOptions(options: SnapshotOptions, caller: string): CheckedOptions {
  throwProblems(optionsForm(options, `${caller} options`));
  return {
    accepted: acceptedEffects(options.accept, caller),
    kubernetesVersion: options.kubernetesVersion,
  };
}
