import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { GroundworkError, throwProblems, type Problem } from '../errors';

/** A file to write: where, what, and who may read it. */
export interface FileContent {
  /** Path within the output folder, with `/` between its parts. */
  readonly path: string;
  /** Text of the file, in pieces: it may be larger than a string can be. */
  readonly text: Iterable<string>;
  /** Tells that the file holds secrets, so that only its owner may read it (mode 0600). */
  readonly secret: boolean;
}

/**
 * Writes all of the files into a folder, or none of them.
 *
 * Each is written beside its place and then renamed, so that at any moment a reader finds the old
 * file or the new one, whole. Missing folders are made.
 *
 * @throws GroundworkError naming every file that can't be written, with everything that its text can't
 * say; the earlier files are as they were
 */
export function writeFiles(folder: string, files: readonly FileContent[]): void {
  throwProblems(files.flatMap((file) => placeProblems(folder, file)));
  const written: { temporary: string; target: string }[] = [];
  const problems: Problem[] = [];
  let at = folder;
  try {
    fs.mkdirSync(folder, { recursive: true });
    for (const file of files) {
      const target = path.join(folder, ...file.path.split('/'));
      at = target;
      fs.mkdirSync(path.dirname(target), { recursive: true });
      const temporary = path.join(
        path.dirname(target),
        `.${path.basename(target)}.${randomUUID()}.tmp`,
      );
      written.push({ temporary, target });
      problems.push(...writeWhole(temporary, file));
    }
    throwProblems(problems);
    for (const { temporary, target } of written) {
      at = target;
      fs.renameSync(temporary, target);
    }
  } catch (error) {
    for (const { temporary } of written) fs.rmSync(temporary, { force: true });
    throw error instanceof GroundworkError ? error : new GroundworkError(systemProblem(at, error));
  }
}

/** Writes a file; what its text can't say comes back, so that the other files have their say, too. */
function writeWhole(file: string, { text, secret }: FileContent): readonly Problem[] {
  const handle = fs.openSync(file, 'wx', secret ? 0o600 : 0o666);
  try {
    for (const piece of text) fs.writeFileSync(handle, piece);
  } catch (error) {
    if (error instanceof GroundworkError) return error.problems;
    throw error;
  } finally {
    fs.closeSync(handle);
  }
  return [];
}

/** What stands in a file's way that can be seen beforehand. */
function placeProblems(folder: string, file: FileContent): Problem[] {
  const parts = file.path.split('/');
  for (let count = 0; count <= parts.length; count += 1) {
    const here = path.join(folder, ...parts.slice(0, count));
    const found = fs.statSync(here, { throwIfNoEntry: false });
    if (found === undefined) return [];
    const isFile = count === parts.length;
    if (isFile && found.isDirectory()) {
      const problem = 'the output file can not be written, since a folder has this name';
      return [{ path: here, problem, fix: 'Rename the folder, or give the file another id.' }];
    }
    if (!isFile && !found.isDirectory()) {
      const problem = 'the output folder can not be made, since a file has this name';
      return [{ path: here, problem, fix: 'Rename that file, or choose another output folder.' }];
    }
  }
  return [];
}

function systemProblem(file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const known: Partial<Record<string, readonly [string, string]>> = {
    EACCES: ['there is no permission to write here', 'Let your user write to this folder.'],
    EPERM: ['there is no permission to write here', 'Let your user write to this folder.'],
    EROFS: ['the disk is read-only', 'Choose an output folder on a disk that can be written.'],
    ENOSPC: ['the disk is full', 'Make room, or choose an output folder on another disk.'],
  };
  const [problem, fix] = known[code] ?? ['the file can not be written', 'Look at this path.'];
  return { path: file, problem: `${problem} (${code})`, fix: `${fix} Nothing was changed.` };
}
