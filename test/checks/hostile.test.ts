import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import type { CheckInput } from '../../src/checks/check';
import { checks } from '../../src/checks/rules/index';
import { runChecks } from '../../src/checks/run-checks';
import { isFields, isManifest, type Manifest } from '../../src/manifest/manifest';

const folder = join(__dirname, 'corpus/sound');
const sound = readdirSync(folder).flatMap((name) =>
  parseAllDocuments(readFileSync(join(folder, name), 'utf8'))
    .map((document) => document.toJS() as unknown)
    .filter(isManifest),
);

const inputOf = (...manifests: Manifest[]): CheckInput => ({
  objects: manifests.map((manifest) => ({ manifest, origin: () => ({ construct: 'it' }) })),
  kubernetesVersion: '1.30',
});

/** A copy in which every value is, with some chance, something else. */
function scramble(value: unknown, next: () => number, others: readonly unknown[]): unknown {
  if (next() < 0.1) return others[Math.floor(next() * others.length)];
  if (Array.isArray(value)) return value.map((item) => scramble(item, next, others));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, scramble(item, next, others)]),
  );
}

test('no check throws, whatever stands in the fields', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sound),
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 50, maxLength: 200 }),
      fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }),
      (manifest, numbers, others) => {
        let position = 0;
        const next = (): number => numbers[(position += 1) % numbers.length] ?? 0;
        const { apiVersion, kind, ...rest } = manifest;
        const fields = scramble(rest, next, others);
        const broken = { ...(isFields(fields) ? fields : {}), apiVersion, kind };
        runChecks(checks, inputOf(broken, ...sound.slice(0, 3)));
      },
    ),
    { numRuns: 300 },
  );
});

test('objects without a prototype are read as any other', () => {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (!isFields(value)) return value;
    const copy = Object.create(null) as Record<string, unknown>;
    for (const [key, item] of Object.entries(value)) copy[key] = bare(item);
    return copy;
  };
  const found = runChecks(checks, inputOf(...sound.map((manifest) => bare(manifest) as Manifest)));
  expect(found.filter(({ severity }) => severity === 'error')).toEqual(
    runChecks(checks, inputOf(...sound)).filter(({ severity }) => severity === 'error'),
  );
});

test('an object that is nested without end ends the walk, not the process', () => {
  let deep: unknown = {};
  for (let depth = 0; depth < 20_000; depth += 1) deep = { properties: { a: deep } };
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'a.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'A' },
      versions: [{ name: 'v1', served: true, schema: { openAPIV3Schema: deep } }],
    },
  };
  expect(() => runChecks(checks, inputOf(definition))).not.toThrow();
});

test('the input is left as it was', () => {
  const before = JSON.stringify(sound);
  runChecks(checks, inputOf(...sound));
  expect(JSON.stringify(sound)).toBe(before);
});
