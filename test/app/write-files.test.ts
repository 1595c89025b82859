import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { GroundworkError } from '../../src/errors';
import { writeFiles } from '../../src/app/write-files';

let dir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'write-files-'));
});
afterEach(() => {
  fs.rmSync(dir, { recursive: true, force: true });
});

const file = (name: string, text = 'new\n', secret = false) => ({
  path: name,
  text: [text],
  secret,
});
const read = (name: string): string => fs.readFileSync(path.join(dir, name), 'utf8');

test('missing folders are made, and only the files are left in them', () => {
  writeFiles(path.join(dir, 'a', 'b'), [file('ng.yaml'), file('staging/east/ng.yaml')]);
  expect(fs.readdirSync(dir, { recursive: true }).sort()).toEqual([
    'a',
    'a/b',
    'a/b/ng.yaml',
    'a/b/staging',
    'a/b/staging/east',
    'a/b/staging/east/ng.yaml',
  ]);
});

test('a file with secrets is for its owner only, also where an open one was before', () => {
  writeFiles(dir, [file('c.yaml')]);
  writeFiles(dir, [file('c.yaml', 'secret\n', true)]);
  expect(fs.statSync(path.join(dir, 'c.yaml')).mode & 0o777).toBe(0o600);
  expect(read('c.yaml')).toBe('secret\n');
});

test('fails where a folder has the name of the file, and changes nothing', () => {
  fs.mkdirSync(path.join(dir, 'b.yaml'));
  fs.writeFileSync(path.join(dir, 'a.yaml'), 'old\n');
  expect(() => {
    writeFiles(dir, [file('a.yaml'), file('b.yaml')]);
  }).toThrow(/b\.yaml: the output file can not be written, since a folder has this name\. Rename/);
  expect(read('a.yaml')).toBe('old\n');
  expect(fs.readdirSync(dir)).toEqual(['a.yaml', 'b.yaml']);
});

test('fails where a file has the name of a folder', () => {
  fs.writeFileSync(path.join(dir, 'staging'), 'old\n');
  expect(() => {
    writeFiles(dir, [file('staging/ng.yaml')]);
  }).toThrow(/staging: the output folder can not be made, since a file has this name/);
});

test('names every place that is taken, not only the first', () => {
  fs.mkdirSync(path.join(dir, 'a.yaml'));
  fs.mkdirSync(path.join(dir, 'b.yaml'));
  expect(() => {
    writeFiles(dir, [file('a.yaml'), file('b.yaml')]);
  }).toThrow(/a\.yaml: [^\n]*\n.*b\.yaml: /);
});

test('fails with what the texts of all files can not say', () => {
  function* broken(path: string): Generator<string> {
    yield 'begun\n';
    throw new GroundworkError({ path, problem: 'is broken', fix: '' });
  }
  expect(() => {
    writeFiles(dir, [
      { path: 'a.yaml', text: broken('a'), secret: false },
      { path: 'b.yaml', text: broken('b'), secret: false },
    ]);
  }).toThrow('a: is broken\nb: is broken');
  expect(fs.readdirSync(dir)).toEqual([]);
});

test('fails where the disk says no, and leaves the earlier files and nothing else', () => {
  fs.writeFileSync(path.join(dir, 'a.yaml'), 'old\n');
  const tooLong = `${'x'.repeat(300)}.yaml`;
  expect(() => {
    writeFiles(dir, [file('a.yaml'), file(tooLong)]);
  }).toThrow(/ENAMETOOLONG/);
  expect(read('a.yaml')).toBe('old\n');
  expect(fs.readdirSync(dir)).toEqual(['a.yaml']);
});

test('fails where the folder can not be written, and says so', () => {
  fs.mkdirSync(path.join(dir, 'locked'), { mode: 0o555 });
  // Root may write anywhere, so the test steps down for as long as it writes.
  const isRoot = process.geteuid?.() === 0;
  fs.chmodSync(dir, 0o755);
  if (isRoot) process.seteuid?.(65534);
  try {
    expect(() => {
      writeFiles(path.join(dir, 'locked'), [file('ng.yaml')]);
    }).toThrow(
      /locked\/ng\.yaml: there is no permission to write here \(EACCES\)\. Let your user write to this folder\. Nothing was changed\./,
    );
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
  expect(fs.readdirSync(path.join(dir, 'locked'))).toEqual([]);
});
