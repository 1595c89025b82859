import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { runCli } from './run-cli';

const lesson = fs.readFileSync(
  path.join(__dirname, '..', '..', 'examples', 'lesson', 'ng.yaml'),
  'utf8',
);
const two = lesson.replace('replicas: 1', 'replicas: 2');
let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-review-'));
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@e', ...args], { cwd: folder });
  };
  fs.mkdirSync(path.join(folder, 'm'));
  fs.writeFileSync(path.join(folder, 'm', 'ng.yaml'), lesson);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'one');
  fs.writeFileSync(path.join(folder, 'm', 'ng.yaml'), two);
  fs.writeFileSync(path.join(folder, 'broken.yaml'), 'apiVersion: "v1\n');
  fs.mkdirSync(path.join(folder, 'twice'));
  fs.writeFileSync(path.join(folder, 'twice', 'a.yaml'), lesson);
  fs.writeFileSync(path.join(folder, 'twice', 'b.yaml'), two);
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

const review = (args: readonly string[], options: Parameters<typeof runCli>[1] = {}) =>
  runCli(['review', ...args], { cwd: folder, ...options });

test('a revision against the folder: the verdict first, 0 whatever it found', () => {
  const { code, stdout, stderr } = review(['git:HEAD:m', 'm']);
  expect(code).toBe(0);
  expect(stdout.split('\n')[0]).toBe('1 scale.');
  expect(stdout).toContain('Adds 1 pod, no restart: 1 to 2.');
  expect(stdout).not.toContain('\u001b');
  expect(stderr).toBe(
    'Reviewed 2 against 2 objects for Kubernetes 1.36 (the newest version known): 1 scale.\n',
  );
});

test('a file whose name has a colon is a file, and no revision is guessed for a name without one', () => {
  fs.writeFileSync(path.join(folder, 'main:ng.yaml'), lesson);
  expect(review(['main:ng.yaml', 'm']).code).toBe(0);
  fs.rmSync(path.join(folder, 'main:ng.yaml'));
  expect(review(['none', 'C:\\none']).stderr).not.toContain('git:');
});

test('one side may be standard input, and not both', () => {
  expect(review(['-', 'm'], { input: lesson }).stdout).toContain('1 to 2');
  expect(review(['m', '-'], { input: lesson }).stdout).toContain('2 to 1');
  expect(review(['-', '-'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('only one of the two sides') as string,
  });
});

test('1 where --fail-on names an effect that is there, and the report all the same', () => {
  const args = ['git:HEAD:m', 'm', '--format', 'json', '--kubernetes-version', 'v1.26.4'];
  const { code, stdout, stderr } = review([...args, '--fail-on', 'rejected,scale']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ kubernetesVersion: '1.26', summary: { scale: 1 } });
  expect(stderr).toContain('Ends with 1, as asked for scale.');
  expect(review([...args, '--fail-on', 'rejected', '--fail-on=data-risk']).code).toBe(0);
});

test.each([
  ['markdown', '### Applying this: 1 scale\n'],
  ['html', '<!doctype html>\n'],
  [
    'github',
    '::notice title=Review::1 scale.\n::notice file=m/ng.yaml,line=1,col=1,title=Deployment nginx-deployment%3A scale::scale spec.replicas: Adds 1 pod',
  ],
])('the format %s begins as it should', (format, start) => {
  const { code, stdout } = review(['git:HEAD', 'm', '--format', format]);
  expect(code).toBe(0);
  expect(stdout.slice(0, start.length)).toBe(start);
});

test.each([
  [['m', 'none'], 'none: there is no file or folder of this name'],
  [['main:m', 'm'], 'command runs in. For a revision of git, write git:main:m.\n'],
  [['git:nope:m', 'm'], 'git fetch --unshallow'],
  [['m', 'broken.yaml'], 'broken.yaml:1:'],
  [
    ['m', 'twice'],
    'Deployment nginx-deployment is said a second time and otherwise than at twice/a.yaml:1',
  ],
  [['m'], "missing required argument 'after'"],
  [['m', 'm', '--fail-on', 'restart'], '"restart" is no effect. Effects are rejected, data-risk,'],
  [['m', 'm', '--fail-on', ''], '"" is no effect'],
  [['m', 'm', '--format', 'xml'], 'Allowed choices are text, markdown, html, json, github.'],
  [['m', 'm', '--kubernetes-version', '1.12'], 'Versions are 1.19 to 1.36'],
])('2 for %j, nothing on standard output', (args, text) => {
  const { code, stdout, stderr } = review(args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(text);
});

test('a KubeKey Cluster on either side says the version; colours only where they are forced', () => {
  const cluster =
    'apiVersion: kubekey.kubesphere.io/v1alpha2\nkind: Cluster\nmetadata: {name: sample}\nspec: {kubernetes: {version: v1.27.2}}\n';
  const { stdout, stderr } = review(['-', 'm'], { input: cluster, env: { FORCE_COLOR: '1' } });
  expect(stderr).toContain('for Kubernetes 1.27 (the version of the KubeKey Cluster)');
  expect(stdout).toContain('\u001b[');
});
