import fc from 'fast-check';
import { parseQuantity } from '../../src/manifest/quantity';

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
  expect(parseQuantity(a)?.nano).toBe(parseQuantity(b)?.nano);
});

test.each(['', 'm', '1 Gi', '1KB', '1g', 'abc', '1e', '--1', null, undefined, {}])(
  '%j is no quantity',
  (value) => {
    expect(parseQuantity(value)).toBeUndefined();
  },
);

test('the way of writing is told apart as the API server does', () => {
  expect(parseQuantity('128Mi')?.format).toBe('binary');
  expect(parseQuantity('134217728')?.format).toBe('decimal');
  expect(parseQuantity('1e3')?.format).toBe('exponent');
});

test('whole numbers keep their value with each suffix', () => {
  fc.assert(
    fc.property(fc.nat(), (number) => {
      expect(parseQuantity(`${number}k`)?.nano).toBe(BigInt(number) * 1000n * 1_000_000_000n);
      expect(parseQuantity(`${number}Ki`)?.nano).toBe(BigInt(number) * 1024n * 1_000_000_000n);
      expect(parseQuantity(`${number}m`)?.nano).toBe(BigInt(number) * 1_000_000n);
    }),
  );
});
