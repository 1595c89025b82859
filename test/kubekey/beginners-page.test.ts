import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestApp } from '../../src/app/manifest-app';
import { KubeKeyCluster } from '../../src/kubekey/kube-key-cluster';
import { sample } from './samples';

const docs = join(__dirname, '../../docs');
const read = (name: string): string => readFileSync(join(docs, name), 'utf8');
const pages = ['kubekey.md', 'kubekey.zh-CN.md'] as const;

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([match]) => match);
const fences = (name: string): string[] => all(read(name), /```sh\n[\s\S]*?```/g);
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

test('both READMEs lead to it', () => {
  expect(read('../README.md')).toContain('(docs/kubekey.md)');
  expect(read('../README.zh-CN.md')).toContain('(docs/kubekey.zh-CN.md)');
});
