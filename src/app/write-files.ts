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
  const folders = filesByFolder(folder, files);
  throwProblems([...folders].flatMap(([place, own]) => placeProblems(folder, place, own)));
  const written: { temporary: string; target: string }[] = [];
  const problems: Problem[] = [];
  const suffix = `${randomUUID()}.tmp`;
  let at = folder;
  try {
    for (const [place, own] of folders) {
      at = place;
      fs.mkdirSync(place, { recursive: true });
      for (const { name, file } of own) {
        at = path.join(place, name);
        const temporary = path.join(place, `.${name}.${suffix}`);
        written.push({ temporary, target: at });
        problems.push(...writeWhole(temporary, file));
      }
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

interface NamedFile {
  readonly name: string;
  readonly file: FileContent;
}

/** The files by the folder that each is in, so that a folder is looked at once. */
function filesByFolder(folder: string, files: readonly FileContent[]): Map<string, NamedFile[]> {
  const folders = new Map<string, NamedFile[]>([[folder, []]]);
  for (const file of files) {
    const parts = file.path.split('/');
    const name = parts.pop() ?? '';
    const place = path.join(folder, ...parts);
    const own = folders.get(place) ?? [];
    folders.set(place, own);
    own.push({ name, file });
  }
  return folders;
}

/** Writes a file; what its text can't say comes back, so that the other files have their say, too. */
function writeWhole(file: string, { text, secret }: FileContent): readonly Problem[] {
  const handle = fs.openSync(file, 'wx', secret ? 0o600 : 0o666);
  try {
    for (const block of blocksOf(text)) fs.writeFileSync(handle, block);
  } catch (error) {
    if (error instanceof GroundworkError) return error.problems;
    throw error;
  } finally {
    fs.closeSync(handle);
  }
  return [];
}

/** How many characters are written at once: each write is a call of the system. */
const blockLength = 2 ** 20;

/** The pieces of a text, put together to blocks. */
function* blocksOf(text: Iterable<string>): Generator<string> {
  let pieces: string[] = [];
  let length = 0;
  for (const piece of text) {
    pieces.push(piece);
    length += piece.length;
    if (length < blockLength) continue;
    yield pieces.join('');
    pieces = [];
    length = 0;
  }
  yield pieces.join('');
}

/** What stands in the way of files in one place, as far as it can be seen beforehand. */
function placeProblems(root: string, place: string, files: readonly NamedFile[]): Problem[] {
  const parts = path.relative(root, place).split(path.sep);
  for (let count = 0; count <= parts.length; count += 1) {
    const here = path.join(root, ...parts.slice(0, count));
    const found = fs.statSync(here, { throwIfNoEntry: false });
    if (found === undefined) return [];
    if (!found.isDirectory()) {
      const problem = 'the output folder can not be made, since a file has this name';
      return [{ path: here, problem, fix: 'Rename that file, or choose another output folder.' }];
    }
  }
  const entries = fs.readdirSync(place, { withFileTypes: true });
  const taken = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  return files
    .filter(({ name }) => taken.has(name))
    .map(({ name }) => ({
      path: path.join(place, name),
      problem: 'the output file can not be written, since a folder has this name',
      fix: 'Rename the folder, or give the file another id.',
    }));
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
