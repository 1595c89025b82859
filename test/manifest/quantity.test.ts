import fc from 'fast-check';
import { parseQuantity, quantityNotation } from '../../src/manifest/quantity';

test.each([
  ['1000m', '1'],
  ['0.5', '500m'],
  [1, '1'],
  ['1e3', '1k'],
  ['1024Mi', '1Gi'],
  ['134217728', '128Mi'],
  ['1E3', '1000'],
  ['.5', '500m'],
  ['+2', '2'],
  ['1.5Gi', '1536Mi'],
])('%s and %s are the same amount', (a, b) => {
  expect(parseQuantity(a)).toBe(parseQuantity(b));
});

test.each(['', 'm', '1 Gi', '1KB', '1g', 'abc', '1e', '--1', null, undefined, {}])(
  '%j is no quantity',
  (value) => {
    expect(parseQuantity(value)).toBeUndefined();
  },
);

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
