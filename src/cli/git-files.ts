import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import { chartFolders, helmChart, isWithin } from '../manifest/helm-chart';
import { isOtherJson } from '../manifest/other-json';
import { isManifestFile, isPassedOver } from '../manifest/read-files';
import { type Complaint, fileProblem, type ReadProblem } from '../manifest/source-text';

/** One file of a revision. */
export interface GitFile {
  /** How messages name it: `git:REV:PATH`. */
  readonly name: string;
  /** What is in it. */
  readonly bytes: Buffer;
}

/** The files of a revision, and what could not be read of them. */
export interface GitFiles {
  /** The files, sorted by the bytes of their paths. */
  readonly files: readonly GitFile[];
  /** What could not be read. */
  readonly problems: readonly ReadProblem[];
}

/** Tells whether a side of the review is a revision of git. A file of such a name is `./git:...`. */
export function isGitSource(source: string): boolean {
  return source.startsWith('git:');
}

/**
 * Reads the manifests of a revision: `git:REV`, or `git:REV:PATH` with the path of a file or a folder.
 *
 * The path counts from the top of the repository, as for git itself; one that begins with `./` or `../`
 * counts from the folder that the command runs in. A folder gives what it gives on disk: links are
 * followed, and what begins with a dot is passed over. Git is only asked for what it has: nothing is
 * fetched, written or checked out.
 */
export function readGitFiles(source: string): GitFiles {
  const [, revision = '', given = ''] = /^git:([^:]*):?(.*)$/s.exec(source) ?? [];
  try {
    if (revision === '' || revision.startsWith('-')) throw new GitProblem(noRevision);
    const tree = treeOf(revision, given);
    const path = fromTop(given);
    const [target] = path.includes('\n') ? [] : contentsOf([`${tree}:${path}`]);
    const prefix = `git:${revision}:`;
    if (target?.type === 'blob') return read([{ path, id: target.id }], prefix);
    const entries = manifestsIn(target, path, tree);
    if (entries.length === 0) throw new GitProblem(given === '' ? noManifests : notThere(given));
    const charts = chartFolders(entries.map((entry) => entry.path));
    const { files, problems } = read(
      entries.filter((entry) => !charts.some((chart) => isWithin(entry.path, chart))),
      prefix,
    );
    return {
      files: files.filter(({ name, bytes }) => !isOtherJson(name, bytes)),
      problems: [
        ...problems,
        ...charts.map((chart) => fileProblem(`${prefix}${chart}`, helmChart)),
      ],
    };
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    return { files: [], problems: [fileProblem(source, error.complaint)] };
  }
}

class GitProblem extends Error {
  readonly complaint: Complaint;

  constructor(complaint: Complaint) {
    super(complaint.problem);
    this.complaint = complaint;
  }
}

interface Answer {
  readonly isDone: boolean;
  readonly output: Buffer;
  readonly complaint: string;
}

/** Runs git without a shell, and with what keeps it from the network and from the user's language. */
function tryGit(args: readonly string[], input?: string): Answer {
  const { error, status, stdout, stderr } = spawnSync('git', args, {
    input,
    maxBuffer: Infinity,
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
  if (error !== undefined) throw new GitProblem(noGit);
  const complaint = stderr.toString('utf8').trim().replace(/\s+/g, ' ');
  return { isDone: status === 0, output: stdout, complaint };
}

function git(args: readonly string[], input?: string): Buffer {
  const { isDone, output, complaint } = tryGit(args, input);
  if (!isDone) throw new GitProblem({ problem: `git failed: ${complaint}`, fix: checkRepository });
  return output;
}

function treeOf(revision: string, path: string): string {
  const { isDone, output } = tryGit(['rev-parse', '--verify', '--quiet', `${revision}^{tree}`]);
  if (isDone) return output.toString('utf8').trim();
  const inside = tryGit(['rev-parse', '--git-dir']);
  if (!inside.isDone) {
    throw new GitProblem({
      problem: `git has no repository to read here: ${inside.complaint}`,
      fix: 'Run the command in a clone of the repository.',
    });
  }
  // A clone without a remote has main, and no origin/main.
  const own = revision.slice(revision.indexOf('/') + 1);
  const isOwn = tryGit(['rev-parse', '--verify', '--quiet', `refs/heads/${own}`]).isDone;
  throw new GitProblem({
    problem: `git knows no revision ${JSON.stringify(revision)}`,
    fix: isOwn
      ? `Here is a local branch ${own}: write git:${own}${path === '' ? '' : `:${path}`}. For that of the server, fetch it first: git fetch ${revision.slice(0, -own.length - 1)} ${own}:refs/remotes/${revision}.`
      : 'Fetch the history first: git fetch --unshallow (in GitHub Actions: fetch-depth: 0 for actions/checkout; in GitLab CI: GIT_DEPTH: 0). A branch that is only on the server is called origin/NAME.',
  });
}

/** A path as git counts it; empty for the whole tree. */
function fromTop(path: string): string {
  const isFromHere = /^\.\.?(\/|$)/.test(path);
  const prefix = isFromHere
    ? git(['rev-parse', '--show-prefix']).toString('utf8').slice(0, -1)
    : '';
  const top = posix.join(prefix, path).replace(/\/+$/, '');
  if (top === '..' || top.startsWith('../')) throw new GitProblem(notThere(path));
  return top === '.' ? '' : top;
}

interface Content {
  readonly type: string;
  readonly id: string;
}

/** What stands at paths of a tree (`TREE:PATH`), through links; undefined where nothing does. */
function contentsOf(names: readonly string[]): readonly (Content | undefined)[] {
  if (names.length === 0) return [];
  const output = git(['cat-file', '--batch-check', '--follow-symlinks'], lines(names));
  const answers = output.toString('utf8').matchAll(answer);
  return [...answers].map(({ groups: { id, type } = {} }) =>
    id === undefined || type === undefined ? undefined : { id, type },
  );
}

/** One answer of batch-check: an object, or why there is none, which may repeat the name in a line of its own. */
const answer =
  /^(?:(?<id>[0-9a-f]{40,64}) (?<type>\w+) \d+|(?:dangling|loop|notdir|symlink) \d+\n.*|.* (?:missing|ambiguous))$/gm;

interface Entry {
  readonly path: string;
  readonly id: string;
}

/** The manifests of a folder, sorted by the bytes of their paths. */
function manifestsIn(
  folder: Content | undefined,
  path: string,
  top: string,
  within: ReadonlySet<string> = new Set(),
): readonly Entry[] {
  if (folder?.type !== 'tree' || within.has(folder.id)) return [];
  const listed = git(['ls-tree', '-rz', '--full-tree', folder.id]).toString('utf8').split('\0');
  const found = listed.flatMap((line) => {
    const [, mode = '', id = '', name = ''] = /^(\d+) blob (\w+)\t(.+)$/s.exec(line) ?? [];
    if (name === '' || name.split('/').some(isPassedOver)) return [];
    return [{ isLink: mode === '120000', id, path: posix.join(path, name) }];
  });
  const links = found.filter((entry) => entry.isLink && !entry.path.includes('\n'));
  const targets = contentsOf(links.map((link) => `${top}:${link.path}`));
  const linked = links.flatMap((link, index): readonly Entry[] => {
    const target = targets[index];
    if (target?.type === 'blob') return [{ path: link.path, id: target.id }];
    return manifestsIn(target, link.path, top, new Set([...within, folder.id]));
  });
  return [...found.filter(({ isLink }) => !isLink), ...linked]
    .filter((entry) => isManifestFile(posix.basename(entry.path)))
    .sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

/** Reads all files by one process. */
function read(entries: readonly Entry[], prefix: string): GitFiles {
  const output = git(['cat-file', '--batch'], lines(entries.map(({ id }) => id)));
  const files: GitFile[] = [];
  const problems: ReadProblem[] = [];
  let start = 0;
  for (const { path } of entries) {
    const end = output.indexOf('\n', start);
    const size = /^\w+ blob (\d+)$/.exec(output.toString('utf8', start, end))?.[1];
    const next = end + 1 + Number(size ?? -1);
    if (size === undefined) problems.push(fileProblem(`${prefix}${path}`, notHere));
    else files.push({ name: `${prefix}${path}`, bytes: output.subarray(end + 1, next) });
    start = next + 1;
  }
  return { files, problems };
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

const noGit: Complaint = {
  problem: 'git could not be started',
  fix: 'Install git, or name a file or a folder.',
};

const noRevision: Complaint = {
  problem: 'no revision is named',
  fix: 'Write git:REV or git:REV:PATH, such as git:origin/main:manifests.',
};

const noManifests: Complaint = {
  problem: 'the revision holds no .yaml, .yml or .json file',
  fix: 'Name a revision that holds manifests.',
};

const notHere: Complaint = {
  problem: 'this clone does not have the content of the file',
  fix: 'Fetch it first: clone without --filter.',
};

const checkRepository = 'Check the repository by git status and git fsck.';

function notThere(path: string): Complaint {
  return {
    problem: `the revision has no file of the name ${JSON.stringify(path)}, and no folder with a .yaml, .yml or .json file`,
    fix: 'Check the path; it counts from the top of the repository, and from here where it begins with ./. Where everything is new, give an empty file (/dev/null) as BEFORE.',
  };
}
