import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManifestApp } from '../../src/app/manifest-app';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import { sample } from './samples';

const docs = join(__dirname, '../../docs');
const read = (name: string): string => readFileSync(join(docs, name), 'utf8');
const pages = ['kubekey.md', 'kubekey.zh-CN.md'] as const;

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([match]) => match);
const fences = (name: string): string[] => all(read(name), /```\w+\n[\s\S]*?```/g);
const links = (name: string): string[] => all(read(name), /(?<=\]\()[^)]+(?=\))/g);

test('the page for beginners says the same in both languages, as far as a test can see', () => {
  const [english, chinese] = pages;
  expect(fences(chinese)).toEqual(fences(english));
  for (const pattern of [/^#+ /gm, /^- /gm, /^\d\. /gm, /^\|/gm]) {
    expect(all(read(chinese), pattern)).toEqual(all(read(english), pattern));
  }
  const others = (name: string): string[] =>
    links(name).filter((link) => !link.startsWith('kubekey.'));
  expect(others(chinese)).toEqual(others(english));
});

test.each(pages)('every link of %s leads somewhere', (name) => {
  expect(links(name).filter((link) => !existsSync(join(docs, link)))).toEqual([]);
});

test('the commands of the page are those of the library', () => {
  const shown = fences('kubekey.md').join('\n');
  for (const format of ['v1alpha2', 'v4'] as const) {
    const cluster = new KubeKeyCluster(new ManifestApp(), 'config-sample', sample({ format }));
    expect(shown).toContain(`${cluster.commands().create.join('\n')}\n`);
  }
});

test('the program of the page writes the cluster and a script for each server, and prints the command', () => {
  const [, indented = ''] = /```ts\n([\s\S]*?)```/.exec(read('kubekey.md')) ?? [];
  const home = mkdtempSync(join(tmpdir(), 'page-'));
  const root = join(docs, '..');
  try {
    const publicKey =
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN2q15NP8GNyLxUAMcnK6eNcyfo7DTGS3wlmq5IR34fQ admin@example.com';
    mkdirSync(join(home, '.ssh'));
    writeFileSync(join(home, '.ssh/id_rsa.pub'), `${publicKey}\n`);
    writeFileSync(join(home, 'main.ts'), indented.replace(/^ {3}/gm, ''));
    const printed = execFileSync(
      process.execPath,
      ['--import', require.resolve('tsx'), join(home, 'main.ts')],
      {
        cwd: home,
        env: {
          ...process.env,
          HOME: home,
          CDK8S_OUTDIR: undefined,
          TSX_TSCONFIG_PATH: join(root, 'examples/tsconfig.json'),
        },
        encoding: 'utf8',
        stdio: 'pipe',
      },
    );
    expect(fences('kubekey.md').join('\n')).toContain(`   ${printed}`);
    expect(existsSync(join(home, 'manifests/config-sample.yaml'))).toBe(true);
    expect(readFileSync(join(home, 'hosts/node1.sh'), 'utf8')).toContain(publicKey);
  } finally {
    rmSync(home, { recursive: true });
  }
});

test('both READMEs lead to it', () => {
  expect(read('../README.md')).toContain('(docs/kubekey.md)');
  expect(read('../README.zh-CN.md')).toContain('(docs/kubekey.zh-CN.md)');
});
