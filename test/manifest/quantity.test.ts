import fc from 'fast-check';
import { isWholeQuantity, parseQuantity, quantityNotation } from '../../src/manifest/quantity';

test.each([
  ['500m', '0.5'],
  ['1', 1],
  ['1Ki', 1024],
  ['1.5Gi', '1536Mi'],
  ['1e3', '1k'],
  ['.5', '500m'],
  ['+1', '1'],
  ['1E', '1e18'],
])('%s equals %s', (a, b) => {
  expect(parseQuantity(a)).toBe(parseQuantity(b));
  expect(parseQuantity(a)).toBeDefined();
});

test.each([
  '',
  'one',
  '1 Gi',
  '128MB',
  '1GiB',
  '1m5',
  '--1',
  '.',
  '1K',
  NaN,
  Infinity,
  true,
  null,
  {},
])('%p is no quantity', (value) => {
  expect(parseQuantity(value)).toBeUndefined();
});

test('tells whole amounts', () => {
  expect(isWholeQuantity(parseQuantity('2') ?? 0n)).toBe(true);
  expect(isWholeQuantity(parseQuantity('2000m') ?? 0n)).toBe(true);
  expect(isWholeQuantity(parseQuantity('1500m') ?? 0n)).toBe(false);
});

test('keeps the order of whole numbers, and never throws', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (a, b) => {
      expect((parseQuantity(a) ?? 0n) < (parseQuantity(String(b)) ?? 0n)).toBe(a < b);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      parseQuantity(text);
    }),
  );
});

test('the way of writing is told apart as the API server does', () => {
  expect(quantityNotation('128Mi')).toBe('binary');
  expect(quantityNotation('134217728')).toBe('decimal');
  expect(quantityNotation('1e3')).toBe('exponent');
});

test('whole numbers keep their value with each suffix', () => {
  fc.assert(
    fc.property(fc.nat(), (number) => {
      expect(parseQuantity(`${number}k`)).toBe(BigInt(number) * 1000n * 1_000_000_000n);
      expect(parseQuantity(`${number}Ki`)).toBe(BigInt(number) * 1024n * 1_000_000_000n);
      expect(parseQuantity(`${number}m`)).toBe(BigInt(number) * 1_000_000n);
    }),
  );
});
