import { GroundworkError } from '../errors';
import { checkFindings } from './check-findings';
import type { SnapshotOutcome } from './compare-snapshots';
import { matchManifestFile, matchManifests, type SnapshotRun } from './match-manifests';
import type { SnapshotOptions, SnapshotUpdate } from './snapshot-options';

/** What the `expect` of jest and of vitest hand to a matcher as `this`, as far as it is used here. */
export interface RunnerContext {
  /** Whether the matcher is called behind `.not`. */
  readonly isNot?: boolean;
  /** Path of the test file. */
  readonly testPath?: string | undefined;
  /** The runner's account of snapshots. */
  readonly snapshotState?: unknown;
}

/** What a matcher answers. */
export interface MatcherResult {
  /** Whether it holds. */
  readonly pass: boolean;
  /** Why the test fails. */
  message(): string;
}

/** The parts of the runners' account that the summary is made of. vitest keeps counts as objects. */
interface SnapshotState {
  _updateSnapshot: SnapshotUpdate;
  added: unknown;
  updated: unknown;
  matched: unknown;
  unmatched: unknown;
}

/** The matchers, for the `expect.extend` of jest and of vitest. */
export const runnerMatchers = {
  toMatchManifests(
    this: RunnerContext,
    received: unknown,
    folder: string,
    options?: SnapshotOptions,
  ): MatcherResult {
    const { run, state } = snapshotRun(this, 'toMatchManifests');
    return counted(matchManifests(received, folder, run, options), state);
  },
  toMatchManifestFile(
    this: RunnerContext,
    received: unknown,
    file: string,
    options?: SnapshotOptions,
  ): MatcherResult {
    const { run, state } = snapshotRun(this, 'toMatchManifestFile');
    return counted(matchManifestFile(received, file, run, options), state);
  },
  toHaveNoFindings(this: RunnerContext, received: unknown): MatcherResult {
    const { pass, message } = checkFindings(received);
    return { pass, message: () => (pass ? 'The checks find nothing.' : message) };
  },
};

function snapshotRun(
  { isNot, testPath, snapshotState }: RunnerContext,
  caller: string,
): { readonly run: SnapshotRun; readonly state: SnapshotState } {
  if (isNot === true) {
    throw new GroundworkError({
      path: caller,
      problem: 'a snapshot matcher can not be used with .not',
      fix: 'Compare with another snapshot, or assert what must not be there by Manifests.of.',
    });
  }
  const state = snapshotState as SnapshotState | undefined;
  if (testPath === undefined || state === undefined) {
    throw new GroundworkError({
      path: caller,
      problem: 'the test runner says neither which test file runs nor which snapshots it may write',
      fix: 'Call it within a test of jest or vitest; elsewhere use the functions of cdk8s-groundwork/testing.',
    });
  }
  return { run: { testFile: testPath, update: state._updateSnapshot }, state };
}

/** Adds what was done to the runner's own counts, which its summary shows. */
function counted(outcome: SnapshotOutcome, state: SnapshotState): MatcherResult {
  for (const count of ['added', 'updated', 'matched', 'unmatched'] as const) {
    if (outcome[count] > 0) state[count] = Number(state[count]) + outcome[count];
  }
  return { pass: outcome.pass, message: () => outcome.message };
}
