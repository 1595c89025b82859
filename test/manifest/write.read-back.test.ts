import fc from 'fast-check';
import { writeYaml } from '../../src/manifest/write';
import { goReaders, pythonReaders, readers, type Reader } from '../oracles/readers';
import { sameValue } from '../oracles/same-value';
import { anyDocument } from './any-yaml-value';

/** Thousands in `npm test`; `npm run fuzz` asks for hundreds of thousands. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 3000);
const batch = 500;
const minutes = 60_000;

/** Readers outside this process take long to start, so each property is about many documents. */
function expectReadBack(reader: Reader): void {
  const document = anyDocument({ halves: !reader.refusesHalfCharacters });
  fc.assert(
    fc.property(fc.array(document, { minLength: batch, maxLength: batch }), (manifests) => {
      const texts = manifests.map((manifest) => writeYaml([manifest]));
      const readings = reader.readAll(texts);
      const wrong = manifests.findIndex(
        (manifest, index) => !sameValue(manifest, readings[index]?.value),
      );
      if (wrong >= 0) {
        throw new Error(
          `${JSON.stringify(texts[wrong])} reads as ${JSON.stringify(readings[wrong])}`,
        );
      }
    }),
    { numRuns: Math.ceil(runs / batch), endOnFailure: true },
  );
}

test.each(readers.map((reader) => [reader.name, reader] as const))(
  'any value reads back as itself with %s',
  (_name, reader) => {
    fc.assert(
      fc.property(anyDocument({ halves: true }), (manifest) => {
        const [reading] = reader.readAll([writeYaml([manifest])]);
        if (!sameValue(manifest, reading?.value)) throw new Error(JSON.stringify(reading));
      }),
      { numRuns: runs },
    );
  },
  60 * minutes,
);

test('many documents read back from one stream, in order', () => {
  fc.assert(
    fc.property(fc.array(anyDocument({ halves: true }), { maxLength: 5 }), (manifests) => {
      expect(documentsOf(writeYaml(manifests))).toEqual(manifests.map((one) => writeYaml([one])));
    }),
    { numRuns: Math.ceil(runs / 10) },
  );
});

/** Splits by the marker alone: it stands at the beginning of a line and nowhere else. */
function documentsOf(stream: string): string[] {
  return stream === '' ? [] : stream.split(/^---\n/m);
}

for (const [language, elsewhere] of [
  ['Python', pythonReaders()],
  ['Go', goReaders(process.env['FUZZ_NETWORK'] !== undefined)],
] as const) {
  if ('missing' in elsewhere) {
    test.skip(`any value reads back as itself with ${language}: ${elsewhere.missing}`, () => {
      expectReadBack(readers[0]!);
    });
  } else {
    test.each(elsewhere.readers.map((reader) => [reader.name, reader] as const))(
      `any value reads back as itself with ${language}: %s`,
      (_name, reader) => {
        expectReadBack(reader);
      },
      60 * minutes,
    );
  }
}
