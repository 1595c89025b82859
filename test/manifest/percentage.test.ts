import { amountOf, percentOf } from '../../src/manifest/percentage';

test.each([
  ['0%', 0],
  ['25%', 25],
  ['101%', 101],
  ['25', undefined],
  ['-1%', undefined],
  ['2.5%', undefined],
  [' 25%', undefined],
  [25, undefined],
  [null, undefined],
])('the percentage of %j is %j', (written, percent) => {
  expect(percentOf(written)).toBe(percent);
});

test('an amount is a number as it is, or a rounded part of the whole', () => {
  expect(amountOf(3, 10, Math.floor)).toBe(3);
  expect(amountOf('25%', 10, Math.floor)).toBe(2);
  expect(amountOf('25%', 10, Math.ceil)).toBe(3);
  expect(amountOf('29%', 100, Math.floor)).toBe(29);
  expect(amountOf('three', 10, Math.floor)).toBeUndefined();
});
