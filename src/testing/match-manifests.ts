import * as path from 'node:path';
import { requireNoErrors } from '../app/require-no-errors';
import { GroundworkError, show } from '../errors';
import { compareSnapshots, type SnapshotOutcome } from './compare-snapshots';
import { currentSide, storedPaths, storedSide, type Snapshot } from './snapshot';
import { checkedOptions, type SnapshotOptions, type SnapshotUpdate } from './snapshot-options';
import { subjectOf, type Subject } from './subject';

/** What the test runner tells a snapshot matcher. */
export interface SnapshotRun {
  /** Path of the test file: snapshots are stored beside it. */
  readonly testFile: string;
  /** Which snapshots may be written. */
  readonly update: SnapshotUpdate;
}

/**
 * Compares all files of a `ManifestApp` with those in a folder beside the test, by value, and stores
 * what the run may store.
 *
 * @param received the app
 * @param folder the folder, from the folder of the test: `__manifests__`
 * @param run what the test runner says: where the test is, and whether snapshots may be written
 * @throws GroundworkError for wrong arguments, for an app that `synth` would not write, and where a
 * stored file can't be read
 */
export function matchManifests(
  received: unknown,
  folder: string,
  run: SnapshotRun,
  options: SnapshotOptions = {},
): SnapshotOutcome {
  const caller = 'toMatchManifests';
  const name = placeName(caller, folder, "Name the folder of the snapshots: '__manifests__'.");
  const context = { ...checkedOptions(options, caller), around: [] };
  const { is, files } = writtenBy(received, caller);
  if (is !== 'ManifestApp') {
    throw new GroundworkError({
      path: caller,
      problem: `it compares all files of a ManifestApp, got ${is === 'manifests' ? 'a list of manifests' : `one of class ${is}`}`,
      fix: "Give it the ManifestApp, or compare one file by toMatchManifestFile('ng.yaml').",
    });
  }
  const place = path.resolve(path.dirname(run.testFile), name);
  const side = (file: string): Snapshot['stored'] =>
    storedSide(path.join(place, ...file.split('/')), `${name}/${file}`);
  const made = files.map((file) => ({
    path: file.path,
    stored: side(file.path),
    current: currentSide([file]),
    cluster: file.cluster,
  }));
  const paths = new Set(made.map((file) => file.path));
  const obsolete = storedPaths(place)
    .filter((file) => !paths.has(file))
    .map((file) => ({ path: file, stored: side(file), current: undefined, cluster: undefined }));
  return compareSnapshots(
    [...made, ...obsolete],
    { folder: place, shown: name, update: run.update },
    context,
  );
}

/**
 * Compares the file of a chart (a `ManifestFile` or a `KubeKeyCluster`, too), or a list of manifests,
 * with one file beside the test, by value, and stores it where the run may.
 *
 * @param received the chart
 * @param file the file, from the folder of the test: `ng.yaml`
 * @throws GroundworkError as `matchManifests` does
 */
export function matchManifestFile(
  received: unknown,
  file: string,
  run: SnapshotRun,
  options: SnapshotOptions = {},
): SnapshotOutcome {
  const caller = 'toMatchManifestFile';
  const name = placeName(caller, file, "Name the file of the snapshot: 'ng.yaml'.");
  const checked = checkedOptions(options, caller);
  const { is, files, others } = writtenBy(received, caller);
  if (is === 'App' || is === 'ManifestApp') {
    throw new GroundworkError({
      path: caller,
      problem: 'it compares the file of one chart, got a whole app',
      fix: "Give it the chart, or compare all files of a ManifestApp by toMatchManifests('__manifests__').",
    });
  }
  const target = path.resolve(path.dirname(run.testFile), name);
  const folder = path.posix.dirname(name);
  const snapshot = {
    path: path.basename(target),
    stored: storedSide(target, name),
    current: currentSide(files),
    cluster: files[0]?.cluster,
  };
  return compareSnapshots(
    [snapshot],
    { folder: path.dirname(target), shown: folder === '.' ? '' : folder, update: run.update },
    { ...checked, around: currentSide(others).manifests },
  );
}

/** What is tested, as it is written: an app that `synth` refuses to write has no snapshot. */
function writtenBy(received: unknown, caller: string): Subject {
  const subject = subjectOf(received, caller);
  requireNoErrors(subject.appFindings);
  return subject;
}

/** A path with `/` between its parts, which messages show as the test says it. */
function placeName(caller: string, name: unknown, fix: string): string {
  if (typeof name === 'string' && name.trim() !== '') {
    return path.posix.normalize(name.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '');
  }
  throw new GroundworkError({
    path: caller,
    problem: `the path of the snapshot must be text, got ${show(name)}`,
    fix,
  });
}
