import { existsSync } from 'node:fs';
import type { Problem } from '../errors';
import { readBytes, readFiles } from '../manifest/read-files';
import type { ReadResult } from '../manifest/read';
import type { ReadObject } from '../manifest/read-object';
import { saidTwice } from '../review/said-twice';
import { isGitSource, readGitFiles } from './git-files';

/** One side of a review. */
export interface ReadSide {
  /** The objects. */
  readonly objects: readonly ReadObject[];
  /** What could not be read, and what is said twice. */
  readonly problems: readonly Problem[];
}

/**
 * Reads one side of a review: a file, a folder, `-` or `git:REV[:PATH]`.
 *
 * What can't be read is a problem, and so is one object that is said twice in two ways: a review is of
 * one cluster, and which of the two is applied last nobody knows.
 */
export async function readSide(source: string): Promise<ReadSide> {
  const { objects, problems } = isGitSource(source) ? readGit(source) : await readDisk(source);
  return { objects, problems: [...problems, ...saidTwice(objects, source)] };
}

async function readDisk(source: string): Promise<ReadResult> {
  const { objects, problems } = await readFiles([source]);
  // What git itself writes as REV:PATH is hardly the name of a file, but for a drive of Windows.
  const isLikeGit = /^[^:]{2,}:/.test(source) && !existsSync(source);
  const hint = ` For a revision of git, write git:${source}.`;
  return {
    objects,
    problems: isLikeGit
      ? problems.map((problem) => ({ ...problem, fix: problem.fix + hint }))
      : problems,
  };
}

function readGit(source: string): ReadResult {
  const { files, problems } = readGitFiles(source);
  const results = files.map(({ name, bytes }) => readBytes(bytes, name));
  return {
    objects: results.flatMap(({ objects }) => objects),
    problems: [...problems, ...results.flatMap((result) => result.problems)],
  };
}
