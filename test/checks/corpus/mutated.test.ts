import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { checks } from '../../../src/checks/rules/index';
import { runChecks } from '../../../src/checks/run-checks';
import { formatField, type FieldStep } from '../../../src/manifest/field-path';
import { follow, isFields, isManifest, type Manifest } from '../../../src/manifest/manifest';

/** What a single slip makes of a value, a name or a place; undefined where it makes nothing of it. */
type Slip = (around: Record<string, unknown>, key: string, value: unknown) => unknown;

const renamed =
  (name: (key: string) => string): Slip =>
  (around, key, value) => {
    const other = name(key);
    if (other === key || other === '' || Object.hasOwn(around, other)) return undefined;
    Reflect.deleteProperty(around, key);
    around[other] = value;
    return around;
  };

const replaced =
  (other: (value: unknown) => unknown): Slip =>
  (around, key, value) => {
    const wrong = other(value);
    return wrong === undefined ? undefined : (around[key] = wrong);
  };

const slips: Readonly<Record<string, Slip>> = {
  'is left out': (around, key) => Reflect.deleteProperty(around, key),
  'lacks a letter': renamed(
    (key) => key.slice(0, key.length >> 1) + key.slice((key.length >> 1) + 1),
  ),
  'is written in small letters': renamed((key) => key.toLowerCase()),
  'is written with lines': renamed((key) =>
    key.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`),
  ),
  'is in the plural or no longer': renamed((key) =>
    key.endsWith('s') ? key.slice(0, -1) : `${key}s`,
  ),
  'has what belongs to it beside it': (around, key, value) => {
    if (!isFields(value) || Object.keys(value).some((inner) => Object.hasOwn(around, inner))) {
      return undefined;
    }
    return Object.assign(around, { [key]: null }, value);
  },
  'is a mapping in place of a list': replaced((value) =>
    Array.isArray(value) ? Object.fromEntries(value.entries()) : undefined,
  ),
  'is a list in place of a mapping': replaced((value) =>
    isFields(value) ? Object.entries(value).map(([key, inner]) => ({ [key]: inner })) : undefined,
  ),
  'is text in place of what belongs there': replaced((value) =>
    typeof value === 'string' ? undefined : 'zz',
  ),
  'is a number in place of text': replaced((value) => (typeof value === 'string' ? 77 : undefined)),
  'is a list in place of one value': replaced((value) =>
    typeof value === 'object' ? undefined : [value],
  ),
  'is text that no name can be': replaced((value) =>
    typeof value === 'string' ? 'Ab_ ç' : undefined,
  ),
};

const folder = join(__dirname, 'sound');

/** The objects of the sound files, one file a set; definitions of custom kinds hold schemas of their own. */
const sets = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    name,
    manifests: parseAllDocuments(readFileSync(join(folder, name), 'utf8')).map(
      (document) => document.toJS() as Manifest,
    ),
  }));

test.each(sets)(
  'no slip in $name gives more than one error',
  ({ manifests }) => {
    const doubles: string[] = [];
    manifests.forEach((manifest, index) => {
      if (manifest.kind === 'CustomResourceDefinition') return;
      for (const [slip, wrong] of mutants(manifest)) {
        const all = manifests.map((one, position) => (position === index ? wrong : one));
        const errors = errorsIn(all);
        if (errors.length > 1) doubles.push(`${slip}: ${errors.join(' and ')}`);
      }
    });
    expect(doubles).toEqual([]);
  },
  120_000,
);

function errorsIn(manifests: readonly Manifest[]): string[] {
  const objects = manifests.map((manifest) => ({ manifest, origin: () => ({ construct: 'it' }) }));
  return runChecks(checks, { objects, kubernetesVersion: '1.34' })
    .filter(({ severity }) => severity === 'error')
    .map(({ check, field }) => `${check} ${field}`);
}

/** The object with each slip in each field; of the items of a list, the first is enough. */
function* mutants(manifest: Manifest): Generator<[string, Manifest]> {
  for (const way of ways(manifest)) {
    if (['apiVersion', 'kind', 'status'].includes(String(way[0]))) continue;
    for (const [name, slip] of Object.entries(slips)) {
      const copy = structuredClone(manifest);
      const around = follow(copy, way.slice(0, -1));
      const key = way.at(-1);
      if (!isFields(around) || typeof key !== 'string') continue;
      const made = slip(around, key, around[key]);
      if (made === undefined || !isManifest(copy)) continue;
      yield [`${manifest.kind} ${formatField(...way)} ${name}`, copy];
    }
  }
}

function* ways(value: unknown, here: readonly FieldStep[] = []): Generator<readonly FieldStep[]> {
  const entries: readonly (readonly [FieldStep, unknown])[] = Array.isArray(value)
    ? value.slice(0, 1).map((item: unknown) => [0, item])
    : isFields(value)
      ? Object.entries(value)
      : [];
  for (const [step, inner] of entries) {
    const way = [...here, step];
    if (typeof step === 'string') yield way;
    yield* ways(inner, way);
  }
}

test('the slips that are looked for are made', () => {
  const names = new Set(
    sets.flatMap(({ manifests }) =>
      manifests.flatMap((one) => [...mutants(one)].map(([slip]) => slip)),
    ),
  );
  expect(names).toContain('Deployment spec.template.spec has what belongs to it beside it');
  expect(names).toContain(
    'Deployment spec.template.spec.containers[0].ports[0].containerPort lacks a letter',
  );
  expect(names.size).toBeGreaterThan(3000);
});
