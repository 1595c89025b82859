import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parse } from 'yaml';

const root = path.join(__dirname, '..', '..');
const ci = path.join(root, 'examples', 'ci');
const script = path.join(ci, 'review.sh');
const lesson = fs.readFileSync(path.join(root, 'examples', 'lesson', 'ng.yaml'), 'utf8');
const two = lesson.replace('replicas: 1', 'replicas: 2');

let folder: string;
const git = (...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@e', ...args], {
    cwd: folder,
    stdio: 'pipe',
  });
};
const write = (name: string, text: string): void => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
};
const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const REVIEW = `${process.execPath} --import file://${require.resolve('tsx')} ${root}/src/cli/main.ts review`;
  const { status, stdout, stderr } = spawnSync('sh', [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: undefined, REVIEW, ...env },
  });
  return { code: status, stdout, stderr };
};

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ci-'));
  git('init', '-q', '-b', 'main');
  write('manifests/ng.yaml', lesson);
  git('add', '-A');
  git('commit', '-qm', 'one');
  git('checkout', '-qb', 'change');
  write('manifests/ng.yaml', two);
  git('commit', '-qam', 'two');
  // What the other branch got meanwhile is no part of the change.
  git('checkout', '-q', 'main');
  write('manifests/more.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: more}\n');
  git('add', '-A');
  git('commit', '-qm', 'more');
  git('checkout', '-q', 'change');
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

test('the script is plain shell', () => {
  execFileSync('sh', ['-n', script]);
  const shellcheck = spawnSync('shellcheck', [script], { encoding: 'utf8' });
  if (shellcheck.error === undefined) expect(shellcheck.stdout).toBe('');
});

test('the script prints the Markdown of a branch against its base', () => {
  const { code, stdout } = run(['manifests', 'main']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^### Applying this: 1 scale\n/);
  expect(stdout).not.toContain('more');
});

test('the script takes the form and the effects to fail on, and a folder that is new', () => {
  expect(run(['manifests', 'main'], { FORMAT: 'text', FAIL_ON: 'scale' })).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^1 scale\./) as string,
  });
  write('new/ng.yaml', lesson);
  expect(run(['new', 'main'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^### Applying this: 2 created\n/) as string,
  });
});

test('the script says to fetch the history where there is no common commit', () => {
  const { code, stdout, stderr } = run(['manifests', 'origin/main']);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('git fetch --unshallow');
});

test.each(['github-actions.yml', 'gitlab-ci.yml'])(
  '%s is YAML whose steps are sound shell',
  (name) => {
    const text = fs.readFileSync(path.join(ci, name), 'utf8');
    const steps: string[] = [];
    const visit = (value: unknown, key: string): void => {
      if (Array.isArray(value))
        value.forEach((item) => {
          visit(item, key);
        });
      else if (typeof value === 'object' && value !== null) {
        for (const [inner, item] of Object.entries(value)) visit(item, inner);
      } else if (typeof value === 'string' && ['run', 'script'].includes(key)) steps.push(value);
    };
    visit(parse(text, { version: '1.1' }), '');
    expect(steps.length).toBeGreaterThan(3);
    for (const step of steps) execFileSync('sh', ['-n'], { input: step });
    // What a branch or a pull request is called must never become a part of a command.
    for (const step of steps) expect(step).not.toContain('${{');
  },
);

test('the documentation shows these very files, in both languages', () => {
  for (const name of ['review.md', 'review.zh-CN.md']) {
    const doc = fs.readFileSync(path.join(root, 'docs', name), 'utf8');
    for (const [, file = '', body = ''] of doc.matchAll(
      /<!-- file: (\S+) -->\n\n```\w+\n([\s\S]*?)```\n/g,
    )) {
      expect([name, file, body]).toEqual([
        name,
        file,
        fs.readFileSync(path.join(root, file), 'utf8'),
      ]);
    }
    expect(doc.match(/<!-- file: /g)).toHaveLength(3);
  }
});
