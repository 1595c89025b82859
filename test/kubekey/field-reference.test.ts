import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldPage } from '../../scripts/field-page';
import { clusterFields } from '../../src/facts/kubekey/cluster-fields.generated';

const page = readFileSync(join(__dirname, '../../docs/kubekey-fields.md'), 'utf8');

test('the reference of fields says what the doc comments say (npm run field-reference)', () => {
  expect(page).toBe(fieldPage());
});

/** Fields of KubeKey that are said otherwise: by the name, by roles and by credentials. */
const saidOtherwise =
  /^(metadata|spec|apiVersion|kind)|^hosts\[\]\.(password|privateKey(Path)?)$|^registry\.auths/;

test('it names every field of KubeKey that has a value', () => {
  const named = new Set([...page.matchAll(/^\| `([^`]+)`/gm)].map(([, path]) => path));
  const fields = Object.entries(clusterFields)
    .filter(([, { type }]) => type !== 'object' && type !== 'objects')
    .map(([path]) => path.replace(/^spec\./, ''))
    .filter((path) => !saidOtherwise.test(path));
  expect(fields.length).toBeGreaterThan(190);
  expect(fields.filter((path) => !named.has(path) && !named.has(`${path}[]`))).toEqual([]);
});

test('every row has a type, a default and a text', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  for (const row of rows) {
    const cells = row
      .replaceAll('\\|', '')
      .split('|')
      .slice(1, -1)
      .map((text) => text.trim());
    expect(cells).toHaveLength(4);
    expect(cells.filter((text) => text === '' || text === '``')).toEqual([]);
  }
});
