import { blockText, lineText, numberText } from '../../src/manifest/scalar';
import { writeYaml } from '../../src/manifest/write';
import { goReaders, pythonReaders, readers, type Reader } from '../oracles/readers';
import { sameValue } from '../oracles/same-value';
import { troublesomeScalars } from './troublesome-scalars';

const all = troublesomeScalars.flatMap(([, scalars]) => scalars);

test('the table holds at least 150 texts', () => {
  expect(new Set(all.map(([text]) => text)).size).toBeGreaterThanOrEqual(150);
});

describe.each(troublesomeScalars)('%s', (_what, scalars) => {
  test.each(scalars)('%j is written as %s', (text, written) => {
    expect(lineText(text)).toBe(written);
  });
});

/** Each text as a value, as a key, in a list and as a part of text, in a document of its own. */
const documents = all.map(([text]) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  data: { value: text, list: [text, [text]], lines: `${text}\n${text}\n`, last: `a\n${text}` },
  key: Object.fromEntries([[text, { inside: text }]]),
}));

function expectReadBack(reader: Reader): void {
  const wellFormed = documents.filter(
    (document) => !reader.refusesHalfCharacters || !/\p{Cs}/u.test(document.data.value),
  );
  const readings = reader.readAll(wellFormed.map((document) => writeYaml([document])));
  const wrong = wellFormed.filter(
    (document, index) => !sameValue(document, readings[index]?.value),
  );
  expect(wrong.map((document) => document.data.value)).toEqual([]);
}

test.each(readers.map((reader) => [reader.name, reader] as const))(
  'every text reads back as itself with %s',
  (_name, reader) => {
    expectReadBack(reader);
  },
);

for (const [language, elsewhere] of [
  ['Python', pythonReaders()],
  ['Go', goReaders(process.env['FUZZ_NETWORK'] !== undefined)],
] as const) {
  if ('missing' in elsewhere) {
    test.skip(`every text reads back as itself with ${language}: ${elsewhere.missing}`, () => {
      expectReadBack(readers[0]!);
    });
  } else {
    test.each(elsewhere.readers.map((reader) => [reader.name, reader] as const))(
      `every text reads back as itself with ${language}: %s`,
      (_name, reader) => {
        expectReadBack(reader);
      },
      60_000,
    );
  }
}

test.each([
  [0, '0'],
  [-0, '-0.0'],
  [1, '1'],
  [-30007, '-30007'],
  [0.1, '0.1'],
  [1e20, '100000000000000000000'],
  [1e21, '1.0e+21'],
  [-1e21, '-1.0e+21'],
  [1.5e300, '1.5e+300'],
  [1e-7, '1.0e-7'],
  [5e-324, '5.0e-324'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  [Number.MAX_VALUE, '1.7976931348623157e+308'],
])('the number %d is written as %s', (value, written) => {
  expect(numberText(value)).toBe(written);
});

test.each([
  ['a\nb', '|-', '  a\n  b'],
  ['a\nb\n', '|', '  a\n  b'],
  ['a\n\n', '|+', '  a\n'],
  ['a\n\nb\n', '|', '  a\n\n  b'],
  ['  a\nb', '|2-', '    a\n  b'],
  ['\na', '|2-', '\n  a'],
  ['\ta\n', '|2', '  \ta'],
  ['a  \n\tb\n', '|', '  a  \n  \tb'],
  ['# no comment\n--- \n...\n', '|', '  # no comment\n  --- \n  ...'],
  ['端口\n😀\n', '|', '  端口\n  😀'],
])('the lines %j are a block', (text, head, lines) => {
  expect(blockText(text, '  ')).toEqual({ head, lines });
});

test.each([
  '\n',
  '\n\n',
  ' \n',
  'a\n ',
  'a\n \n',
  'a\r\nb',
  'a\0\n',
  'a\u2028\n',
  '\ud800\n',
  'a\ufeff\n',
  '\u202ea\n',
])('no block holds %j, so it is quoted', (text) => {
  expect(blockText(text, '  ')).toBeUndefined();
});
