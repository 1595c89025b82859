import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { checkList, checkPage } from '../../scripts/check-page';
import type { CheckExample } from '../../src/checks/check';
import { checks } from '../../src/checks/rules/index';
import { runChecks } from '../../src/checks/run-checks';
import { isFields, isManifest, type Manifest } from '../../src/manifest/manifest';
import { cluster, find, inputOf } from './kubekey-input';

const rules = join(__dirname, '../../src/checks/rules');
const files = readdirSync(rules)
  .filter((name) => name !== 'index.ts')
  .map((name) => name.replace(/\.ts$/, ''))
  .sort();

test('every file of the folder is a check of the list, in the same order', () => {
  expect(checks.map(({ id }) => id)).toEqual(files);
});

test.each(checks)('$id has a test of its own', ({ id }) => {
  expect(existsSync(join(__dirname, 'rules', `${id}.test.ts`))).toBe(true);
});

test.each(checks)('$id explains itself in sentences', ({ summary, why, fix }) => {
  for (const text of [summary, why, fix]) {
    expect(text).toMatch(/^[^\s].*[.?]$/);
    expect(text).not.toMatch(/\s{2}|\n/);
  }
});

const docs = join(__dirname, '../../docs/checks');

test.each(checks)('$id has a page that says what it says (npm run check-docs)', (check) => {
  expect(readFileSync(join(docs, `${check.id}.md`), 'utf8')).toBe(checkPage(check));
});

test('the docs list every check, and nothing else (npm run check-docs)', () => {
  expect(readFileSync(join(docs, 'README.md'), 'utf8')).toBe(checkList(checks));
  expect(readdirSync(docs).sort()).toEqual(['README.md', ...files.map((id) => `${id}.md`)].sort());
});

const examples = checks.flatMap(({ id, example }) =>
  example === undefined ? [] : [{ id, example }],
);

test.each(examples)(
  '$id finds something in the wrong example, and nothing in the right one',
  ({ id, example }) => {
    expect(found(id, example, 'wrong')).toContain(id);
    expect(found(id, example, 'right')).not.toContain(id);
  },
);

test.each(examples.filter(({ id }) => id.startsWith('kubekey-')))(
  'the right example of $id has no other error',
  ({ example }) => {
    const errors = find(checks, ...manifestsOf(example.right)).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
  },
);

test('every check of KubeKey has an example', () => {
  const without = checks.filter(
    ({ id, example }) => id.startsWith('kubekey-') && example === undefined,
  );
  expect(without).toEqual([]);
});

function found(id: string, example: CheckExample, side: 'wrong' | 'right'): string[] {
  const { hosts } = example;
  const input = inputOf(...manifestsOf(example[side]));
  return runChecks(
    checks.filter((check) => check.id === id),
    hosts === undefined ? input : { ...input, hosts },
  ).map(({ check }) => check);
}

/** The documents of an example, each a whole manifest; one without a kind is a change to the sound Cluster. */
function manifestsOf(example: string): Manifest[] {
  return parseAllDocuments(example, { version: '1.1' }).map((document) => {
    const value: unknown = document.toJS();
    if (isFields(value) && (value['kind'] === undefined || value['kind'] === 'Cluster'))
      return cluster(String(document));
    if (!isManifest(value)) throw new Error('the example is no manifest');
    return value;
  });
}
