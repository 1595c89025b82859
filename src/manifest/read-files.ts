import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { throwProblems } from '../errors';
import { decodeText } from './decode-text';
import { listOf, text } from './form';
import { chartFolders, helmChart, isWithin } from './helm-chart';
import { withoutLastSlash } from './last-slash';
import { isOtherJson } from './other-json';
import { readManifests, type ReadResult } from './read';
import type { ReadObject } from './read-object';
import { type Complaint, fileProblem, type ReadProblem } from './source-text';

/** The path that stands for standard input. */
export const standardInput = '-';

const extensions = new Set(['.yaml', '.yml', '.json']);

/** What a folder may hold beside manifests: what cdk8s reads and what it writes of the constructs, and what kustomize reads. */
const passedOver = new Set([
  'node_modules',
  'cdk8s.yaml',
  'construct-metadata.json',
  'kustomization.yaml',
  'kustomization.yml',
]);

/** Tells whether a file of a folder is read, from its name. */
export function isManifestFile(name: string): boolean {
  return !isPassedOver(name) && extensions.has(extname(name).toLowerCase());
}

/** Tells whether a file or a folder within a folder is passed over, from its name. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || passedOver.has(name);
}

/**
 * Reads the Kubernetes objects of files, of folders and of standard input (`-`).
 *
 * A folder gives its `.yaml`, `.yml` and `.json` files and those of the folders within it, sorted by
 * the bytes of their paths; what begins with a dot, `node_modules`, `cdk8s.yaml`,
 * `construct-metadata.json`, `kustomization.yaml` and JSON with neither `apiVersion` nor `kind`, such as
 * `package.json`, are passed over. A file that is named itself is read whatever its name. One that
 * is named twice is read once. What can't be read, such as a Helm chart, is a problem, and the rest is
 * read all the same.
 *
 * @param paths paths of files and folders; `-` is standard input
 * @throws GroundworkError where the paths are no list of texts
 */
export async function readFiles(paths: readonly string[]): Promise<ReadResult> {
  throwProblems(listOf(text)(paths, 'paths'), readFiles);
  const problems: ReadProblem[] = [];
  const files = new Map<string, string>();
  const named = new Set<string>();
  for (const path of paths) {
    for (const file of filesOf(path, problems)) {
      const identity = file === standardInput ? file : resolve(file);
      if (!files.has(identity)) files.set(identity, file);
      if (file === path) named.add(identity);
    }
  }
  const objects: ReadObject[] = [];
  for (const [identity, file] of files) {
    const result =
      file === standardInput
        ? readBytes(await buffer(process.stdin), file)
        : readFileAs(file, named.has(identity) ? readBytes : readFound);
    for (const object of result.objects) objects.push(object);
    for (const problem of result.problems) problems.push(problem);
  }
  return { objects, problems };
}

/**
 * Reads the Kubernetes objects of one file. A file that can't be read is a problem.
 *
 * @param file path of the file
 * @throws GroundworkError where the path is no text
 */
export function readFile(file: string): ReadResult {
  throwProblems(text(file, 'file'), readFile);
  return readFileAs(file, readBytes);
}

function readFileAs(file: string, read: (bytes: Buffer, file: string) => ReadResult): ReadResult {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { objects: [], problems: [fileProblem(file, notReadable(error, file))] };
  }
  return read(bytes, file);
}

/** Reads a file that nobody named: it stands in a folder. */
function readFound(bytes: Buffer, file: string): ReadResult {
  return isOtherJson(file, bytes) ? { objects: [], problems: [] } : readBytes(bytes, file);
}

/** Reads the Kubernetes objects of a file's bytes. */
export function readBytes(bytes: Uint8Array, file: string): ReadResult {
  const decoded = decodeText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), file);
  return typeof decoded === 'string'
    ? readManifests(decoded, file)
    : { objects: [], problems: [decoded] };
}

/** The files that a path stands for. */
function filesOf(path: string, problems: ReadProblem[]): readonly string[] {
  if (path === standardInput) return [path];
  try {
    if (!statSync(path).isDirectory()) return [path];
  } catch (error) {
    problems.push(fileProblem(path, notReadable(error, path)));
    return [];
  }
  const found: string[] = [];
  addFolder(withoutLastSlash(path), new Set(), found, problems);
  if (found.length === 0) {
    problems.push(
      fileProblem(path, {
        problem: 'the folder holds no .yaml, .yml or .json file',
        fix: 'Name a folder that holds manifests, or the files themselves; a kustomization.yaml is none.',
      }),
    );
  }
  const charts = chartFolders(found);
  for (const chart of charts) problems.push(fileProblem(chart, helmChart));
  return found
    .filter((file) => !charts.some((chart) => isWithin(file, chart)))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** @param within the real paths of the folders above, so that a link to one of them ends the way down */
function addFolder(
  folder: string,
  within: ReadonlySet<string>,
  found: string[],
  problems: ReadProblem[],
): void {
  try {
    const real = realpathSync(folder);
    if (within.has(real)) return;
    for (const name of readdirSync(folder)) {
      if (isPassedOver(name)) continue;
      const path = folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
      const entry = statSync(path, { throwIfNoEntry: false });
      if (entry?.isDirectory()) addFolder(path, new Set([...within, real]), found, problems);
      else if (isManifestFile(name)) found.push(path);
    }
  } catch (error) {
    problems.push(fileProblem(folder, notReadable(error, folder)));
  }
}

/**
 * What keeps a file or a folder from being read.
 *
 * @param path where it was looked for
 * @param what what was looked for
 */
export function notReadable(error: unknown, path: string, what = 'file or folder'): Complaint {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  if (code === 'ENOENT') {
    return {
      problem: `there is no ${what} of this name`,
      fix: path.startsWith('git:')
        ? 'Name a file or a folder: only the command review reads a revision of git.'
        : 'Check the path; it is taken from the folder that the command runs in.',
    };
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return {
      problem: 'the file may not be read by this user',
      fix: 'Change its permissions, or run the command as its owner.',
    };
  }
  if (code === 'EISDIR') {
    return {
      problem: 'this is a folder, and a file is wanted',
      fix: 'Name one file of the folder.',
    };
  }
  return {
    problem: `the file can not be read (${code})`,
    fix: 'Check that it is a text file on a disk that works.',
  };
}
