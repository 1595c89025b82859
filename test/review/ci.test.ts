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

test('a folder that the branch deletes is a review of what is removed', () => {
  git('checkout', '-qb', 'deletion', 'main');
  git('rm', '-rq', 'manifests');
  git('commit', '-qm', 'gone');
  expect(run(['manifests', 'main'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^### Applying this: 1 with data at risk, 2 removed\n/) as string,
  });
  write('manifests/README.md', 'Nothing yet.');
  expect(run(['manifests', 'main'], { FORMAT: 'github' })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 with data at risk, 2 removed') as string,
  });
  // A base without a manifest is as good as one without the folder.
  git('add', '-A');
  git('commit', '-qm', 'note');
  git('checkout', '-qb', 'first');
  write('manifests/ng.yaml', lesson);
  expect(run(['manifests', 'deletion'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^### Applying this: 2 created\n/) as string,
  });
  fs.rmSync(path.join(folder, 'manifests', 'ng.yaml'));
  git('checkout', '-q', 'change');
});

test('a folder that is a link, and one of strange names, is read as it is', () => {
  git('checkout', '-qb', 'links', 'main');
  write('real/ü.yaml', lesson);
  fs.symlinkSync('real', path.join(folder, 'linked'));
  git('add', '-A');
  git('commit', '-qm', 'links');
  for (const name of ['linked', 'real']) {
    write('real/ü.yaml', two);
    expect(run([name, 'links']).stdout).toMatch(/^### Applying this: 1 scale\n/);
  }
  git('checkout', '-qf', 'change');
});

test.each([
  [
    ['manifests', 'origin/main'],
    'review.sh: there is no origin/main here. Fetch it: git fetch origin main:refs/remotes/origin/main; or name the branch as the second argument.\n',
  ],
  [
    ['manifests', 'nope'],
    'review.sh: there is no nope here. Name the branch as the second argument.\n',
  ],
  [
    ['manifest', 'main'],
    'review.sh: manifest has no .yaml, .yml or .json file, neither here nor in main. Name the folder of the manifests as the first argument.\n',
  ],
])('the script called with %j says what to do', (args, text) => {
  expect(run(args)).toEqual({ code: 2, stdout: '', stderr: text });
});

test('the script says to fetch the history where there is no common commit', () => {
  git('checkout', '-q', '--orphan', 'alone');
  git('commit', '-qm', 'alone');
  const { code, stdout, stderr } = run(['manifests', 'main']);
  git('checkout', '-q', 'change');
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('git fetch --unshallow');
});

describe('the comment', () => {
  let work: string;
  const marker = '<!-- cdk8s-groundwork review -->';
  /** Runs a step with a program of the platform's that notes its arguments and answers with comments. */
  const step = (script: string, program: string, answer: string, comments: unknown) => {
    fs.writeFileSync(path.join(work, 'review.md'), '### Applying this\n');
    fs.writeFileSync(path.join(work, 'answer.json'), JSON.stringify(comments));
    fs.rmSync(path.join(work, 'calls'), { force: true });
    fs.writeFileSync(
      path.join(work, program),
      `#!/bin/sh\necho "$*" | tail -n 1 >> calls\n${answer}\n`,
      { mode: 0o755 },
    );
    execFileSync('sh', ['-e'], {
      cwd: work,
      input: script,
      env: {
        PATH: `${work}:${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
        GITHUB_REPOSITORY: 'me/shop',
        NUMBER: '7',
        CI_API_V4_URL: 'https://git.example/api/v4',
        CI_PROJECT_ID: '1',
        CI_MERGE_REQUEST_IID: '7',
        REVIEW_TOKEN: 'token',
      },
    });
    return fs.readFileSync(path.join(work, 'calls'), 'utf8').trim().split('\n').at(-1);
  };
  const stepOf = (name: string, part: string): string => {
    const found: string[] = [];
    const document = parse(fs.readFileSync(path.join(ci, name), 'utf8')) as unknown;
    JSON.stringify(document, (_, value: unknown) => {
      if (typeof value === 'string' && value.includes(part)) found.push(value);
      return value;
    });
    expect(found).toHaveLength(1);
    return found[0] ?? '';
  };

  beforeEach(() => {
    work = fs.mkdtempSync(path.join(os.tmpdir(), 'ci-comment-'));
  });
  afterEach(() => {
    fs.rmSync(work, { recursive: true });
  });

  const hasJq = spawnSync('jq', ['--version']).error === undefined;
  (hasJq ? test : test.skip)('of GitHub is made once, and then that very one is edited', () => {
    const script = stepOf('github-actions.yml', 'gh pr comment');
    const answer =
      'case "$*" in *--jq*) for last; do :; done; exec jq -r "$last" answer.json;; esac';
    const of = (id: number, type: string, body: string) => ({ id, user: { type }, body });
    const others = [of(1, 'User', `${marker}\nquoted`), of(2, 'Bot', 'of another workflow')];
    expect(step(script, 'gh', answer, others)).toBe(
      'pr comment 7 --repo me/shop --body-file comment.md',
    );
    const ours = of(3, 'Bot', `${marker}\nold`);
    expect(step(script, 'gh', answer, [...others, ours, { ...ours, id: 4 }])).toBe(
      'api --silent --method PATCH repos/me/shop/issues/comments/3 --field body=@comment.md',
    );
    expect(fs.readFileSync(path.join(work, 'comment.md'), 'utf8')).toBe(
      `${marker}\n### Applying this\n`,
    );
  });

  test('of GitLab is made once, and then that very one is edited', () => {
    const script = stepOf('gitlab-ci.yml', 'REVIEW_TOKEN');
    const answer = 'case "$*" in *per_page*) cat answer.json;; esac';
    const notes = 'https://git.example/api/v4/projects/1/merge_requests/7/notes';
    const others = [{ id: 1, body: 'of a person' }];
    expect(step(script, 'curl', answer, others)).toMatch(
      new RegExp(`--request POST --data-urlencode body@note.md ${notes}$`),
    );
    const ours = { id: 3, body: `${marker}\nold` };
    expect(step(script, 'curl', answer, [...others, ours])).toMatch(
      new RegExp(`--request PUT --data-urlencode body@note.md ${notes}/3$`),
    );
    expect(fs.readFileSync(path.join(work, 'note.md'), 'utf8')).toBe(
      `${marker}\n### Applying this\n`,
    );
  });
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
