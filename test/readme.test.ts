import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { benchTable } from '../scripts/bench-table';
import { ManifestApp } from '../src/app/manifest-app';
import { ManifestFile } from '../src/app/manifest-file';
import { AppDeployment } from '../src/workloads/app-deployment';
import { NodePortService } from '../src/workloads/node-port-service';

const root = path.resolve(__dirname, '..');
const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8');

interface Fence {
  /** What the comment before the fence says that it is. */
  readonly marker: string;
  readonly language: string;
  readonly body: string;
}

function fencesOf(name: string): Fence[] {
  return [...read(name).matchAll(/(?:<!-- (.+) -->\n\n)?```(\w+)\n([\s\S]*?)```/g)].map(
    ([, marker = '', language = '', body = '']) => ({ marker, language, body }),
  );
}

const fences = fencesOf('README.md');
const marked = (start: string): Fence[] => fences.filter(({ marker }) => marker.startsWith(start));

test('every fence says what it is, so that none goes unchecked', () => {
  for (const { marker, body } of fences) {
    expect([body, marker]).toEqual([
      body,
      expect.stringMatching(/^(command|usage|picture|file: .+|part of: .+|consumer: .+)$/),
    ]);
  }
});

test('both READMEs show the same code, section by section', () => {
  expect(fencesOf('README.zh-CN.md')).toEqual(fences);
  const sections = (name: string): number => read(name).match(/^##? /gm)?.length ?? 0;
  expect(sections('README.zh-CN.md')).toBe(sections('README.md'));
});

test.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-CN'],
] as const)('%s shows what the last run of the benchmarks measured', (name, language) => {
  const [, table = ''] = /<!-- bench -->\n\n([\s\S]*?)\n\n<!-- \/bench -->/.exec(read(name)) ?? [];
  // The formatter lines the columns up.
  const plain = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
  expect(plain(table)).toBe(plain(benchTable(language)));
});

test.each(marked('file: '))('the fence "$marker" is that file', ({ marker, body }) => {
  expect(body).toBe(read(marker.slice('file: '.length)));
});

test.each(marked('part of: '))('the steps in a fence are steps of "$marker", in order', (fence) => {
  const script = read(fence.marker.slice('part of: '.length));
  expect(`\n${script}`).toContain(`\n${fence.body}`);
});

test('the steps on the server are all shown, in order, and are sound shell', () => {
  const script = read('examples/lesson/on-the-server.sh');
  const isStep = (line: string): boolean => line !== '' && !line.startsWith('#');
  const shown = marked('part of: ').flatMap(({ body }) => body.split('\n').filter(isStep));
  expect(shown).toEqual(script.split('\n').filter(isStep));
  execFileSync('sh', ['-n', path.join(root, 'examples/lesson/on-the-server.sh')]);
});

test('the two commands come first; CI runs the second', () => {
  expect(marked('command').map(({ body }) => body)).toEqual([
    'npm ci && npx cdk8s synth\n',
    'npm ci && npm test\n',
  ]);
  expect(fences[0]?.marker).toBe('command');
  expect(read('.ci/run')).toContain('\nnpm ci && npm test\n');
});

test('the first command writes the two files of the lesson', () => {
  execFileSync('npx', ['cdk8s', 'synth'], {
    cwd: root,
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    stdio: 'pipe',
  });
  for (const name of ['ng.yaml', 'config-sample.yaml']) {
    expect(read(`manifests/${name}`)).toBe(read(`examples/lesson/${name}`));
  }
});

test('the consumer tests use every fence of the importing project', () => {
  const consumer = read('test/consumer/consumer.test.mjs');
  for (const { marker } of marked('consumer: ')) {
    const name = marker.slice('consumer: '.length);
    expect(consumer).toMatch(name.includes('.') ? `readme['${name}']` : `readme.${name}`);
  }
});

test('the message that both READMEs explain is what such a program fails with', () => {
  const app = new ManifestApp();
  const ng = new ManifestFile(app, 'ng');
  const nginx = new AppDeployment(ng, 'nginx', { image: 'nginx:1.27', port: 80 });
  new NodePortService(ng, 'nginx-service', { selects: nginx, nodePort: 80 });
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const message = /`(ng\/nginx-service .+)`/.exec(read(name))?.[1];
    expect([name, message]).toEqual([name, expect.any(String)]);
    expect(() => {
      app.synth();
    }).toThrow(message);
  }
});

test('the usage of a command line is one that it takes', () => {
  for (const { body } of marked('usage')) {
    const words = body.trim().split(' ');
    expect(words.slice(0, 3)).toEqual(['npx', 'cdk8s-groundwork', 'review']);
    expect(words.slice(3).every((word) => /^(git:[^:]+:)?[\w/]+$/.test(word))).toBe(true);
    expect(words).toHaveLength(5);
  }
});

test('the picture is drawn from the imports', () => {
  const depcruise = ['depcruise', 'src', '--include-only', '^src'];
  const drawn = execFileSync(
    'npx',
    [
      ...depcruise,
      '--exclude',
      '^src/(errors|index).ts',
      '-T',
      'mermaid',
      '--collapse',
      '^src/[^/]+',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  expect(marked('picture').map(({ body }) => body)).toEqual([drawn]);
});

test('links to files lead somewhere', () => {
  for (const name of [
    'README.md',
    'README.zh-CN.md',
    'CONTRIBUTING.md',
    'docs/check.md',
    'docs/check.zh-CN.md',
    'docs/review.md',
    'docs/review.zh-CN.md',
  ]) {
    for (const [, target = ''] of read(name).matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect([name, target, fs.existsSync(path.join(root, path.dirname(name), target))]).toEqual([
        name,
        target,
        true,
      ]);
    }
  }
});
