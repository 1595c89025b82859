import fc from 'fast-check';

/** Pieces of text that one YAML reader or another takes for something else. */
const pieces: readonly string[] = [
  ...Array.from(' \t\n\r-?:,[]{}#&*!|>\'"%@`~=<+._/\\$^;()0123456789eEoxbyYnN'),
  ...['\n\n', '\r\n', ': ', ' #', '- ', '? ', '---', '...', '<<', '{{', '0x', '0o', '0b', '1_0'],
  ...['1:30', ':59', '1e3', '.5', '-.inf', '.nan', '2001-01-01', 'T10:00:00Z', 'true', 'No', 'off'],
  ...['null', 'NULL', 'a', 'ab', 'é', '中文', '😀', '👩\u200d💻', '\u0000', '\u0007', '\u001b'],
  ...['\u007f', '\u0085', '\u00a0', '\u00ad', '\u200b', '\u2028', '\u2029', '\u202e', '\u3000'],
  ...[
    '\ufeff',
    '\ufffd',
    '\ufffe',
    '\uffff',
    '\ue000',
    '\u{1fffe}',
    '\u{10ffff}',
    '  ',
    '\n  ',
    '\t\n',
  ],
];

const halves = fc.constantFrom('\ud800', '\udbff', '\udc00', '\udfff');

/** Text made of what hurts, now and then of anything, and now and then very long. */
export function anyText(options: { readonly halves: boolean }): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...pieces) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ...(options.halves ? [{ weight: 1, arbitrary: halves }] : []),
  );
  const text = fc.array(piece, { maxLength: 7 }).map((parts) => parts.join(''));
  return fc.oneof(
    { weight: 30, arbitrary: text },
    { weight: 4, arbitrary: fc.stringMatching(/^[-+]?[\d._:eExob]{1,8}$/) },
    { weight: 4, arbitrary: fc.stringMatching(/^\d{4}-\d{1,2}-\d{1,2}([Tt ][\d:.Z+-]{0,12})?$/) },
    { weight: 4, arbitrary: fc.array(text, { maxLength: 5 }).map((lines) => lines.join('\n')) },
    { weight: 1, arbitrary: text.map((part) => `${part}x`.repeat(300)) },
  );
}

const anyNumber = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e21, -1e21, 1e-7, 5e-324, 1.7976931348623157e308, 1e20, 2 ** 53, 2 ** 64),
);

/** Anything that YAML can say, with text that hurts as values and as keys. */
export function anyYamlValue(options: { readonly halves: boolean }): fc.Arbitrary<unknown> {
  const text = anyText(options);
  const key = fc.oneof({ weight: 9, arbitrary: text }, fc.constantFrom('__proto__', 'constructor'));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      { weight: 6, arbitrary: text },
      { weight: 2, arbitrary: anyNumber },
      { weight: 1, arbitrary: fc.constantFrom(null, true, false) },
      { weight: 3, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
      { weight: 4, arbitrary: anyMapping(key, tie('value')) },
    ),
  }));
  return value;
}

/** Mappings made key by key, so that `__proto__` is a key like any other. */
function anyMapping(
  key: fc.Arbitrary<string>,
  value: fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> {
  return fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => {
    const fields = {};
    for (const [name, item] of entries) {
      Object.defineProperty(fields, name, {
        value: item,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return fields;
  });
}

/** A manifest with any YAML value in it. */
export function anyDocument(options: {
  readonly halves: boolean;
}): fc.Arbitrary<{ apiVersion: string; kind: string; [field: string]: unknown }> {
  return anyYamlValue(options).map((data) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    ...(typeof data === 'object' && data !== null && !Array.isArray(data) ? data : { data }),
  }));
}
