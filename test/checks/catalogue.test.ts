import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parseAllDocuments } from 'yaml';
import { checkList, checkPage, isDocumented, optionFindingPage } from '../../scripts/check-page';
import type { Check, CheckExample } from '../../src/checks/check';
import { check as checkManifests } from '../../src/checks/check-manifests';
import type { CheckOptions } from '../../src/checks/check-options';
import { optionFindings } from '../../src/checks/option-findings';
import { readCheckConfig } from '../../src/checks/read-check-config';
import { checks } from '../../src/checks/rules/index';
import { runChecks } from '../../src/checks/run-checks';
import { isFields, isManifest, type Manifest } from '../../src/manifest/manifest';
import { cluster, inputOf } from './kubekey-input';

const rules = join(__dirname, '../../src/checks/rules');
const files = readdirSync(rules)
  .filter((name) => !['index.ts', 'kubekey.ts', 'kubernetes.ts', 'practices.ts'].includes(name))
  .map((name) => name.replace(/\.ts$/, ''))
  .sort();

test('every file of the folder is a check of the list, in the same order', () => {
  expect(checks.map(({ id }) => id)).toEqual(files);
});

test.each(checks)('$id has a test of its own', ({ id }) => {
  expect(existsSync(join(__dirname, 'rules', `${id}.test.ts`))).toBe(true);
});

test.each([...checks, ...optionFindings])(
  '$id explains itself in sentences',
  ({ summary, why, fix }) => {
    for (const text of [summary, why, fix]) {
      expect(text).toMatch(/^[^\s].*[.?]$/);
      expect(text).not.toMatch(/\s{2}|\n/);
    }
  },
);

const documented = checks.filter(isDocumented);

test('every check has an example', () => {
  expect(documented.map(({ id }) => id)).toEqual(files);
});

const docs = join(__dirname, '../../docs/checks');

test.each(documented)('$id has a page that says what it says (npm run check-docs)', (check) => {
  expect(readFileSync(join(docs, `${check.id}.md`), 'utf8')).toBe(checkPage(check));
});

test('the docs list every check, and nothing else (npm run check-docs)', () => {
  expect(readFileSync(join(docs, 'README.md'), 'utf8')).toBe(checkList(checks, optionFindings));
  expect(readdirSync(docs).sort()).toEqual(
    ['README.md', ...[...checks, ...optionFindings].map(({ id }) => `${id}.md`)].sort(),
  );
});

test.each(documented)(
  '$id finds something in the wrong example, and nothing in the right one',
  ({ id, example }) => {
    expect(found(id, example, 'wrong')).toContain(id);
    expect(found(id, example, 'right')).not.toContain(id);
  },
);

test.each(documented)('the right example of $id has no other error', ({ example }) => {
  // Each document in a file of its own, as a Cluster and the objects for it are.
  const objects = manifestsOf(example.right).map((manifest, index) => ({
    manifest,
    origin: () => ({ file: `${index}.yaml`, line: 1, column: 1 }),
  }));
  const findings = runChecks(checks, { ...inputOf(), objects });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each(checks.filter(({ profiles }) => profiles !== undefined))(
  '$id of a profile warns only, and belongs to production at least',
  ({ severity, profiles }) => {
    expect(severity).toBe('warning');
    expect(profiles).toContain('production');
  },
);

test.each(optionFindings)('$id has a page that says what it says (npm run check-docs)', (it) => {
  expect(readFileSync(join(docs, `${it.id}.md`), 'utf8')).toBe(optionFindingPage(it));
});

test.each(optionFindings)(
  '$id is said of the wrong example, and not of the right one',
  ({ id, example }) => {
    const said = (text: string): string[] =>
      checkManifests(oddNodePort, optionsOf(text, example.language)).map(({ check }) => check);
    expect(said(example.wrong)).toContain(id);
    expect(said(example.right)).not.toContain(id);
  },
);

/** The Service that the examples of waivers are for. */
const oddNodePort: readonly Manifest[] = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] },
  },
  { apiVersion: 'v1', kind: 'ConfigMap' },
];

/** The options of an example: a configuration file, or the `run` of a check. */
function optionsOf(text: string, language: 'yaml' | 'js'): CheckOptions {
  if (language === 'yaml') {
    return { ...readCheckConfig(text, 'groundwork.yaml').options, today: '2026-01-01' };
  }
  const { run } = runInNewContext(`({ ${text} })`) as Pick<Check, 'run'>;
  const words = { summary: 'A.', why: 'A.', fix: 'A.' };
  return { own: [{ id: 'has-team', ...words, severity: 'warning', run }] };
}

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
