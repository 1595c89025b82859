import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { checks } from '../../../src/checks/rules/index';
import { finds } from '../finds';

const folder = join(__dirname, 'sound');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

test.each(files)('finds no error in %s', (name) => {
  const yaml = readFileSync(join(folder, name), 'utf8');
  for (const document of parseAllDocuments(yaml)) expect(document.errors).toEqual([]);
  expect(finds(checks, yaml).filter((line) => line.startsWith('error'))).toEqual([]);
});

const examples = join(__dirname, '../../../examples');
/** The folders of each example that writes manifests; the others hold changes to review, faults and all. */
const folders = readdirSync(examples)
  .map((name) => join(examples, name))
  .filter((path) => existsSync(join(path, 'main.ts')))
  .flatMap((path) => [
    path,
    ...readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(path, name)),
  ]);
const sets = folders
  .map((path) => ({ name: relative(examples, path), yaml: yamlIn(path).join('\n---\n') }))
  .filter(({ yaml }) => yaml !== '');

test.each(sets)('finds no error in the example $name', ({ yaml }) => {
  expect(finds(checks, yaml).filter((line) => line.startsWith('error'))).toEqual([]);
});

test('the examples are among them', () => {
  expect(sets.map(({ name }) => name)).toContain('lesson');
});

function yamlIn(path: string): string[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(path, name), 'utf8'));
}

test('the corpus has at least 60 sound objects', () => {
  const objects = files.flatMap((name) =>
    parseAllDocuments(readFileSync(join(folder, name), 'utf8')),
  );
  expect(objects.length).toBeGreaterThanOrEqual(60);
});
