import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { readGitFiles } from '../../src/cli/git-files';

let folder: string;
const here = process.cwd();
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=n', '-c', 'user.email=e@e', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
const write = (name: string, text: string): void => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
};
const names = (source: string): readonly string[] =>
  readGitFiles(source).files.map(({ name }) => name);
const problem = (source: string): string => {
  const { files, problems } = readGitFiles(source);
  expect(files).toEqual([]);
  return problems
    .map(({ path: where, problem: what, fix }) => `${where}: ${what}. ${fix}`)
    .join('\n');
};

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'git-files-'));
  git('init', '-q', '-b', 'main');
  write('m/b.yaml', 'b\n');
  write('m/a b.yml', 'a\n');
  write('m/deep/c.json', '{"kind":"List"}');
  write('m/empty.yaml', '');
  write('m/note.txt', 'no manifest');
  write('m/.hidden/d.yaml', 'd');
  write('m/node_modules/x/e.yaml', 'e');
  write('m/ü"\n*.yaml', 'strange');
  write('m/kustomization.yaml', 'resources: []');
  write('m/package.json', '{"name": "m"}');
  write('m/cdk8s.yaml', 'app: node main.js');
  write('elsewhere/f.yaml', 'f\n');
  write('charts/web/Chart.yaml', 'name: web');
  write('charts/web/templates/web.yaml', '{{ . }}');
  fs.symlinkSync('../elsewhere', path.join(folder, 'm', 'linked'));
  fs.symlinkSync('../m', path.join(folder, 'm', 'round'));
  fs.symlinkSync('b.yaml', path.join(folder, 'm', 'same.yaml'));
  fs.symlinkSync('nowhere.yaml', path.join(folder, 'm', 'broken.yaml'));
  git('add', '-A');
  git('commit', '-qm', 'first');
  git('tag', 'v1');
  write('m/b.yaml', 'changed\n');
  process.chdir(folder);
});

afterAll(() => {
  process.chdir(here);
  fs.rmSync(folder, { recursive: true });
});

test('a folder of a revision gives its manifests, links followed, sorted, as on disk', () => {
  const { files, problems } = readGitFiles('git:v1:m');
  expect(problems).toEqual([]);
  expect(files.map(({ name, bytes }) => [name, bytes.toString('utf8')])).toEqual([
    ['git:v1:m/a b.yml', 'a\n'],
    ['git:v1:m/b.yaml', 'b\n'],
    ['git:v1:m/deep/c.json', '{"kind":"List"}'],
    ['git:v1:m/empty.yaml', ''],
    ['git:v1:m/linked/f.yaml', 'f\n'],
    ['git:v1:m/same.yaml', 'b\n'],
    ['git:v1:m/ü"\n*.yaml', 'strange'],
  ]);
});

test('a Helm chart of a revision is one problem, as on disk', () => {
  expect(problem('git:v1:charts')).toMatch(/^git:v1:charts\/web: the folder is a Helm chart/);
  expect(names('git:v1')).not.toContain('git:v1:charts/web/Chart.yaml');
});

test('a revision alone is its whole tree; a branch, a tag and a commit all do', () => {
  expect(names('git:main')).toContain('git:main:elsewhere/f.yaml');
  expect(names('git:v1:')).toHaveLength(names('git:main').length);
  const id = git('rev-parse', 'HEAD').trim();
  expect(names(`git:${id}:elsewhere`)).toEqual([`git:${id}:elsewhere/f.yaml`]);
});

test('a file is read whatever its name, and a link is followed', () => {
  expect(names('git:HEAD:m/note.txt')).toEqual(['git:HEAD:m/note.txt']);
  expect(names('git:HEAD:m/package.json')).toEqual(['git:HEAD:m/package.json']);
  expect(readGitFiles('git:HEAD:m/same.yaml').files[0]?.bytes.toString('utf8')).toBe('b\n');
  expect(names('git:HEAD:m/linked')).toEqual(['git:HEAD:m/linked/f.yaml']);
});

test('a path counts from the top, and from here where it begins with a dot', () => {
  process.chdir(path.join(folder, 'm'));
  expect(names('git:HEAD:./deep')).toEqual(['git:HEAD:m/deep/c.json']);
  expect(names('git:HEAD:../elsewhere/')).toEqual(['git:HEAD:elsewhere/f.yaml']);
  expect(names('git:HEAD:elsewhere')).toEqual(['git:HEAD:elsewhere/f.yaml']);
  expect(problem('git:HEAD:../../etc')).toContain('the revision has no file of the name');
  process.chdir(folder);
});

test.each([
  [
    'git:nope:m',
    /git:nope:m: git knows no revision "nope"\. Fetch the history first: git fetch --unshallow .*fetch-depth: 0/,
  ],
  [
    'git:origin/main:m',
    /git knows no revision "origin\/main"\. Here is a local branch main: write git:main:m\. For that of the server, fetch it first: git fetch origin main:refs\/remotes\/origin\/main\./,
  ],
  ['git:origin/main', /write git:main\. /],
  ['git:origin/nope', /git fetch --unshallow/],
  ['git:', /no revision is named/],
  ['git:--output=x:m', /no revision is named/],
  ['git:HEAD:nope', /the revision has no file of the name "nope".*\/dev\/null/],
  ['git:HEAD:m/broken.yaml', /the revision has no file of the name/],
])('%s is a problem that says what to do', (source, text) => {
  expect(problem(source)).toMatch(text);
});

test('an unknown revision of a shallow clone says to fetch the history', () => {
  git('commit', '-qam', 'second');
  const clone = fs.mkdtempSync(path.join(os.tmpdir(), 'git-files-shallow-'));
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, clone], {
    stdio: 'pipe',
  });
  process.chdir(clone);
  expect(problem('git:HEAD~1:m')).toContain('git fetch --unshallow');
  process.chdir(folder);
  fs.rmSync(clone, { recursive: true });
});

test('outside of a repository the problem says so', () => {
  const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'git-files-none-'));
  process.chdir(empty);
  expect(problem('git:HEAD:m')).toContain('git has no repository to read here');
  process.chdir(folder);
  fs.rmSync(empty, { recursive: true });
});
