import fc from 'fast-check';
import { stringify } from 'yaml';
import { appendField } from '../../src/manifest/field-path';
import type { Manifest } from '../../src/manifest/manifest';
import { readManifests } from '../../src/manifest/read';
import { writeYaml } from '../../src/manifest/write';

// Characters that YAML text may not hold are escaped by writers only within double quotes; NEL and the
// Unicode line breaks are left out here, since readers differ on them.
const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((value) => !/[\u0085\u2028\u2029]|\p{Cc}|\p{Cs}|\p{Cn}|\uFEFF/u.test(value));
const tricky = fc.constantFrom(
  ...['yes', 'no', 'on', 'y', 'null', '~', '', '017', '0o17', '1_000', '1e3', '.5', '08', '1:30'],
  ...['2024-01-01', '<<', '=', '*a', '&a', '!a', '#', 'a: b', 'a #b', '- a', '@a', '%a', "it's"],
  ...['"', '\\', ' a ', 'a\nb', 'a\n', '\n', ' a\n  b\n', '<redacted>', '[a', '{a', '0x1F', '.inf'],
);
const scalar = fc.oneof(
  text,
  tricky,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const key = fc.oneof(
  text.filter((name) => name !== ''),
  fc.constantFrom('name', 'app.kubernetes.io/name', 'yes', '1', '<<', 'a b', '__proto__', 'null'),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const manifest: fc.Arbitrary<Manifest> = value.map((spec) => ({
  apiVersion: 'v1',
  kind: 'Thing',
  spec,
}));

/** All fields of a value, with what stands there. */
function* fieldsOf(of: unknown, field: string): Generator<{ field: string; key?: string }> {
  if (typeof of !== 'object' || of === null) return;
  for (const [name, inner] of Object.entries(of)) {
    const isItem = Array.isArray(of);
    const below = appendField(field, isItem ? Number(name) : name);
    yield isItem ? { field: below } : { field: below, key: name };
    yield* fieldsOf(inner, below);
  }
}

test.each([
  ['our writer', (all: readonly Manifest[]) => writeYaml(all)],
  ['the yaml package', writeQuoted],
  [
    'JSON',
    (all: readonly Manifest[]) => all.map((one) => JSON.stringify(one, null, 2)).join('\n---\n'),
  ],
] as const)('what %s writes reads back equal', (_, write) => {
  fc.assert(
    fc.property(fc.array(manifest, { minLength: 1, maxLength: 3 }), (all) => {
      const { objects, problems } = readManifests(write(all), 'f');
      expect(problems).toEqual([]);
      expect(objects.map((object) => object.manifest)).toEqual(
        // JSON has no -0, and neither has what Kubernetes reads.
        JSON.parse(JSON.stringify(all)),
      );
    }),
    { numRuns: 300 },
  );
});

/** With quotes everywhere: without them the yaml package writes for its own reader, not for kubectl. */
function writeQuoted(all: readonly Manifest[]): string {
  const options = { defaultStringType: 'QUOTE_DOUBLE', aliasDuplicateObjects: false } as const;
  return all.map((one) => stringify(one, options)).join('---\n');
}

test('what our writer writes reads back equal, whatever characters the texts hold', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\u0085',
      '\u2028a',
      'a\r\nb',
      '\r',
      '\uFEFF',
      ' \n a',
      '\t',
      'a\n\tb',
      '\0',
      '\u007f',
    ),
  );
  fc.assert(
    fc.property(fc.dictionary(any, fc.array(any), { noNullPrototype: true }), (data) => {
      const one = { apiVersion: 'v1', kind: 'Thing', data };
      const { objects, problems } = readManifests(writeYaml([one]), 'f');
      expect(problems).toEqual([]);
      expect(objects[0]!.manifest).toEqual(one);
    }),
    { numRuns: 500 },
  );
});

test('every key is found at the place where it was written', () => {
  fc.assert(
    fc.property(manifest, (one) => {
      const written = JSON.stringify(one, null, 1);
      const object = readManifests(written, 'f').objects[0]!;
      const lines = written.split('\n');
      for (const { field, key: name } of fieldsOf(one, '')) {
        const { line, column } = object.position(field);
        const rest = lines[line - 1]!.slice(column - 1);
        if (name !== undefined) expect(rest.startsWith(JSON.stringify(name))).toBe(true);
        else expect(column).toBeGreaterThan(1);
      }
    }),
    { numRuns: 300 },
  );
});

test('no text makes the reader throw, and every problem has its place and its sentences', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      ...[
        'apiVersion: v1\n',
        'kind: List\n',
        'items:\n',
        '- ',
        '  ',
        '\t',
        '\n',
        ': ',
        '? ',
        '---\n',
      ],
      ...[
        '...\n',
        '&a ',
        '*a',
        '<<: ',
        '!!int ',
        '!x ',
        '%YAML 1.1\n',
        '[',
        ']',
        '{',
        '}',
        ',',
        '|\n',
      ],
      ...['>-\n', '"', "'", '#', '\r\n', '\r', '\0', '\uFEFF', '__proto__: ', 'a', '1', '@', '\\'],
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { objects, problems } = readManifests(pieces.join(''), 'f');
      for (const object of objects) object.position('items[0].a["b"]');
      for (const { path, line, column, problem, fix } of problems) {
        expect(path).toBe(`f:${line}:${column}`);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(problem).not.toMatch(/\.$/);
        expect(fix).toMatch(/\.$/);
      }
    }),
    { numRuns: 2000 },
  );
});
