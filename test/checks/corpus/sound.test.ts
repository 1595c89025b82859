import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

test('the corpus has at least 60 sound objects', () => {
  const objects = files.flatMap((name) =>
    parseAllDocuments(readFileSync(join(folder, name), 'utf8')),
  );
  expect(objects.length).toBeGreaterThanOrEqual(60);
});
