import { Lazy } from 'cdk8s';
import { isLiteralFields, isResolvedLater, lateProblems } from '../../src/manifest/literal';

const lazy: unknown = Lazy.any({ produce: () => 1 });
const token = { resolve: (): number => 1 };

test.each([[{}], [{ a: 1 }], [Object.create(null)]])('%p is written out', (value) => {
  expect(isLiteralFields(value)).toBe(true);
  expect(isResolvedLater(value)).toBe(false);
});

test.each([
  ['a Lazy', lazy],
  ['an implicit token', token],
  ['an instance of a class', new Date(0)],
])('%s is known only at synth', (_, value) => {
  expect(isLiteralFields(value)).toBe(false);
  expect(isResolvedLater(value)).toBe(true);
});

test.each([[1], ['a'], [null], [undefined], [[]], [true]])('%p is neither', (value) => {
  expect(isLiteralFields(value)).toBe(false);
  expect(isResolvedLater(value)).toBe(false);
});

test('reports each field that is lazy as a whole', () => {
  const said = { labels: lazy, annotations: { a: lazy }, other: lazy };
  expect(lateProblems('ng/web', said, ['labels', 'annotations', 'missing'])).toEqual([
    {
      path: 'ng/web',
      problem: 'labels must be written out, got a value known only at synth',
      fix: 'Write an object, and make the values in it lazy.',
    },
  ]);
});
