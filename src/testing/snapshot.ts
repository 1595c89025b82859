import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileText } from '../app/file-text';
import type { ICluster } from '../app/cluster';
import { GroundworkError, throwProblems, type Problem } from '../errors';
import { decodeText } from '../manifest/decode-text';
import type { Manifest } from '../manifest/manifest';
import { readManifests } from '../manifest/read';
import { redact } from '../manifest/secrets';
import { firstDifference } from './first-difference';
import type { SubjectFile } from './subject';

/** One side of a snapshot: the text of a file, and what it says. */
export interface SnapshotSide {
  /** Text of the file. */
  readonly text: string;
  /** Its objects, with `<redacted>` in place of each secret. */
  readonly manifests: readonly Manifest[];
}

/** A file as it is stored beside the test, and as it is made now. */
export interface Snapshot {
  /** Path of the stored file below the folder of the snapshots. */
  readonly path: string;
  /** What is stored; undefined where nothing is. */
  readonly stored: SnapshotSide | undefined;
  /** What is made now; undefined where the file is made no more. */
  readonly current: SnapshotSide | undefined;
  /** The cluster that the file is for. */
  readonly cluster: ICluster | undefined;
}

/** What became of a file since its snapshot was stored. */
export type SnapshotState = 'same' | 'changed' | 'missing' | 'obsolete';

/** Compares the two sides by value. */
export function stateOf({ stored, current }: Snapshot): SnapshotState {
  if (stored === undefined) return 'missing';
  if (current === undefined) return 'obsolete';
  const difference = firstDifference(stored.manifests, current.manifests);
  return difference === undefined ? 'same' : 'changed';
}

/** The side that is made now: the files as one YAML stream, as synth writes it but without secrets. */
export function currentSide(files: readonly SubjectFile[]): SnapshotSide {
  const manifests = files.flatMap(({ objects }) => objects.map(({ manifest }) => redact(manifest)));
  const text = [...fileText(files, manifests)].join('');
  // Read again, so that both sides went the same way.
  return sideOf(text, 'the text that was written');
}

/**
 * The side that is stored in a file, or undefined where there is no such file.
 *
 * @param shown how messages name the file
 * @throws GroundworkError where the file can't be read
 */
export function storedSide(file: string, shown: string): SnapshotSide | undefined {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile()) {
    const problem = 'the snapshot is a folder, and a file is wanted';
    throw new GroundworkError({ path: shown, problem, fix: 'Name another file.' });
  }
  const text = decodeText(fs.readFileSync(file), shown);
  if (typeof text !== 'string') throw new GroundworkError(unreadable(text));
  return sideOf(text, shown);
}

/** The paths of all YAML files below a folder, with `/` between their parts, sorted by their bytes. */
export function storedPaths(folder: string): readonly string[] {
  const paths: string[] = [];
  const visit = (below: string): void => {
    for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const here = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) visit(here);
      else if (/\.ya?ml$/i.test(entry.name)) paths.push(here);
    }
  };
  if (fs.existsSync(folder)) visit('');
  return paths.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function sideOf(text: string, shown: string): SnapshotSide {
  const { objects, problems } = readManifests(text, shown);
  throwProblems(problems.map(unreadable));
  return {
    text,
    manifests: objects.map(({ manifest }) => redact(manifest)),
  };
}

function unreadable({ path, problem, fix }: Problem): Problem {
  return {
    path,
    problem,
    fix: `${fix} This is a stored snapshot: take the file back from git, or delete it and run again.`,
  };
}
