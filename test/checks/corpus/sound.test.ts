import { readdirSync, readFileSync } from 'node:fs';
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
const sets = readdirSync(examples, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isDirectory())
  .map(({ parentPath, name }) => join(parentPath, name))
  .map((path) => ({ path, yaml: yamlIn(path) }))
  .filter(({ yaml }) => yaml.length > 0)
  .map(({ path, yaml }) => ({ name: relative(examples, path), yaml: yaml.join('\n---\n') }));

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
