import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile, readFiles } from '../../src/manifest/read-files';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-files-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Buffer = object(name)): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function object(name: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "${name}"}\n`;
}

async function namesOf(...paths: string[]): Promise<unknown[]> {
  const { objects } = await readFiles(paths);
  return objects.map(({ manifest }) => (manifest['metadata'] as { name: unknown }).name);
}

test('a folder gives its YAML and JSON files and those below, sorted by bytes', async () => {
  ['b.yml', 'a/z.yaml', 'B.YAML', 'a.json', 'é.yaml', '\u{1F600}.yaml', '\uFF5E.yaml'].forEach(
    (name) => write(name),
  );
  [
    'readme.md',
    '.hidden.yaml',
    '.git/x.yaml',
    'node_modules/p/package.json',
    'construct-metadata.json',
    'cdk8s.yaml',
    'kustomization.yaml',
    'a/kustomization.yml',
  ].forEach((name) => write(name));
  expect(await namesOf(folder)).toEqual([
    'B.YAML',
    'a.json',
    'a/z.yaml',
    'b.yml',
    'é.yaml',
    '\uFF5E.yaml',
    '\u{1F600}.yaml',
  ]);
});

test('paths stand in positions as they were given', async () => {
  write('a/b.yaml');
  const { objects } = await readFiles([`${folder}/a/`, join(folder, 'a/b.yaml')]);
  expect(objects.map(({ file }) => file)).toEqual([`${folder}/a/b.yaml`]);
});

test('files are read in the order in which they are named, whatever their extension', async () => {
  const paths = [write('b.txt'), write('a.yaml')];
  expect(await namesOf(...paths)).toEqual(['b.txt', 'a.yaml']);
});

test('what kustomize reads is passed over in a folder, and read where it is named', async () => {
  write('a.yaml');
  const path = write('kustomization.yaml', 'resources: [a.yaml]\n');
  expect((await readFiles([folder])).problems).toEqual([]);
  expect((await readFiles([path])).problems).not.toEqual([]);
});

test('a Helm chart is one problem, and what stands beside it is read', async () => {
  write('web.yaml');
  write('web/Chart.yaml', 'apiVersion: v2\nname: web\nversion: 0.1.0\n');
  const values = write('web/values.yaml', 'image: {tag: 1}\n');
  write('web/templates/web.yaml', 'kind: {{ .Values.kind }}\n');
  write('web/charts/db/Chart.yaml', 'apiVersion: v2\nname: db\nversion: 0.1.0\n');
  write('webs/a.yaml');
  expect(await namesOf(folder)).toEqual(['web.yaml', 'webs/a.yaml']);
  const problemsOf = async (path: string): Promise<string[]> =>
    (await readFiles([path])).problems.map(
      ({ path, problem }) => `${path.slice(folder.length + 1)} ${problem}`,
    );
  const problem =
    'web the folder is a Helm chart, whose templates are no objects until Helm fills them in';
  expect(await problemsOf(folder)).toEqual([problem]);
  expect(await problemsOf(join(folder, 'web'))).toEqual([problem]);
  expect(await problemsOf(values)).not.toEqual([]);
});

test('a link to a folder above ends the way down', async () => {
  write('a/b.yaml');
  symlinkSync(folder, join(folder, 'a', 'loop'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'a', 'broken'));
  expect(await namesOf(folder)).toEqual(['a/b.yaml']);
});

test('what can not be read is a problem, and the rest is read', async () => {
  mkdirSync(join(folder, 'empty'));
  const good = write('good.yaml');
  const { objects, problems } = await readFiles([
    join(folder, 'none.yaml'),
    good,
    join(folder, 'empty'),
    write('utf16.yaml', Buffer.from(`\uFEFF${object('x')}`, 'utf16le')),
    write('plain16.yaml', Buffer.from(object('x'), 'utf16le')),
    write('latin1.yaml', Buffer.from(`${object('x')}data: {a: "é"}\n`, 'latin1')),
    write('binary.yaml', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])),
    write('nul.yaml', `${object('x')}\0`),
    write('broken.yaml', 'a: "'),
  ]);
  expect(objects).toHaveLength(1);
  expect(
    problems.map(({ path, problem }) => `${path.slice(folder.length + 1)} ${problem}`),
  ).toEqual([
    'none.yaml there is no file or folder of this name',
    'empty the folder holds no .yaml, .yml or .json file',
    'utf16.yaml the file is UTF-16 text, and YAML files are read as UTF-8',
    'plain16.yaml the file is UTF-16 text, and YAML files are read as UTF-8',
    'latin1.yaml:4:12 the file holds bytes that are no UTF-8 text',
    'binary.yaml:1:2 the file holds bytes that are no UTF-8 text',
    'nul.yaml:4:1 the text holds the character U+0000, which YAML does not allow',
    'broken.yaml:1:4 a quote is opened and never closed',
  ]);
});

test('an empty file holds no object and is no problem', async () => {
  expect(await readFiles([write('empty.yaml', '')])).toEqual({ objects: [], problems: [] });
});

test('one file can be read without waiting', () => {
  expect(readFile(write('a.yaml')).objects).toHaveLength(1);
  expect(readFile(join(folder, 'none')).problems).toHaveLength(1);
});
