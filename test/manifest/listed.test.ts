import { choiceOf, listed } from '../../src/manifest/listed';

const many = Array.from({ length: 1000 }, (_, index) => `key-${index}`);

test('a few names stand as they are', () => {
  expect(listed(['a', 'b'])).toBe('a, b');
  expect(listed(new Set([80, 81]))).toBe('80, 81');
  expect(choiceOf(['a', 'b'], 'bb')).toBe('a, b');
});

test('of many the first stand for all, and the number of the others', () => {
  expect(listed(many, 2)).toBe('key-0, key-1 and 998 more');
  expect(listed(new Set(many), 2)).toBe('key-0, key-1 and 998 more');
});

test('of many to choose from, the one that was most likely meant comes first', () => {
  expect(choiceOf(many, 'kye-777')).toMatch(/^key-777, or another: key-0, .* and 992 more$/);
  expect(choiceOf(many, 'something')).toMatch(/^key-0, /);
});

test('a long name is shortened', () => {
  expect(listed(['a'.repeat(1000)])).toHaveLength(80);
  const long = [...many, 'a'.repeat(1000)];
  expect(choiceOf(long, 'a'.repeat(999)).length).toBeLessThan(200);
});

test('a list that misses again and again is no longer searched', () => {
  const names = Array.from({ length: 15_000 }, (_, index) => `key-${index}`);
  expect(choiceOf(names, 'kye-777')).toMatch(/^key-777,/);
  expect(choiceOf(names, 'kye-777')).toMatch(/^key-777,/);
  expect(choiceOf(names, 'kye-777')).toMatch(/^key-0,/);
});
