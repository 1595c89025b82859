import * as fs from 'node:fs';
import * as path from 'node:path';
import { writeFiles } from '../app/write-files';
import { reviewSnapshots, type ReviewContext } from './review-snapshots';
import { stateOf, type Snapshot } from './snapshot';
import { snapshotReport, type StoredChanges } from './snapshot-report';
import type { SnapshotUpdate } from './snapshot-options';

/** What a snapshot matcher found and did, in the words of a test runner's summary. */
export interface SnapshotOutcome {
  /** Whether the snapshots are as the files are made now, or were made so. */
  readonly pass: boolean;
  /** Why the test fails; empty where it passes. */
  readonly message: string;
  /** How many files were stored for the first time. */
  readonly added: number;
  /** How many stored files were overwritten or removed. */
  readonly updated: number;
  /** How many files are as they are stored. */
  readonly matched: number;
  /** How many files differ and stay as they are stored. */
  readonly unmatched: number;
}

/** Where snapshots are, and whether they may be written. */
export interface SnapshotPlace {
  /** The folder that their paths are in. */
  readonly folder: string;
  /** How messages name that folder; empty for the folder of the test. */
  readonly shown: string;
  /** Which snapshots may be written. */
  readonly update: SnapshotUpdate;
}

/**
 * Compares files with their snapshots by value, and stores what may be stored.
 *
 * A missing file is stored without being asked only where nothing else differs: what became of the
 * other objects must be seen first.
 */
export function compareSnapshots(
  snapshots: readonly Snapshot[],
  place: SnapshotPlace,
  context: ReviewContext,
): SnapshotOutcome {
  const differing = snapshots.filter((snapshot) => stateOf(snapshot) !== 'same');
  const matched = snapshots.length - differing.length;
  const reviews = reviewSnapshots(snapshots, context);
  const keptBack = new Set(reviews.flatMap((found) => [...found.keptBack]));
  const isFirst = differing.every((snapshot) => stateOf(snapshot) === 'missing');
  const mayStore = place.update === 'all' || (place.update === 'new' && isFirst);
  const changes: StoredChanges = {
    stored: differing.filter((snapshot) => mayStore && !keptBack.has(snapshot)),
    left: differing.filter((snapshot) => !mayStore || keptBack.has(snapshot)),
  };
  // The same values in another form are written as synth writes them, when an update is asked for.
  const reformed = snapshots.filter(
    ({ stored, current }) =>
      place.update === 'all' &&
      stored !== undefined &&
      current !== undefined &&
      stored.text !== current.text,
  );
  store(place.folder, [
    ...changes.stored,
    ...reformed.filter((snapshot) => !differing.includes(snapshot)),
  ]);
  const added = changes.stored.filter((snapshot) => stateOf(snapshot) === 'missing').length;
  return {
    pass: changes.left.length === 0,
    message: changes.left.length === 0 ? '' : snapshotReport(changes, reviews, place),
    added,
    updated: changes.stored.length - added,
    matched,
    unmatched: changes.left.length,
  };
}

/** Writes the files that are made, and removes those that are made no more. */
function store(folder: string, snapshots: readonly Snapshot[]): void {
  const contents = snapshots.flatMap(({ path: file, current }) =>
    current === undefined ? [] : [{ path: file, text: [current.text], secret: false }],
  );
  if (contents.length > 0) writeFiles(folder, contents);
  for (const { path: file, current } of snapshots) {
    if (current === undefined) fs.rmSync(path.join(folder, ...file.split('/')));
  }
}
