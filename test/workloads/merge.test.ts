import { Lazy } from 'cdk8s';
import fc from 'fast-check';
import { Merge } from '../../src/workloads/merge';

function merge(...said: object[]): Merge {
  const merged = new Merge('ng/web');
  said.forEach((each, index) => {
    merged.say(each, '', `place${index}`);
  });
  return merged;
}

test('objects merge deep', () => {
  const { result, problems } = merge({ a: { b: 1, c: { d: 2 } } }, { a: { c: { e: 3 } }, f: 4 });
  expect(result).toEqual({ a: { b: 1, c: { d: 2, e: 3 } }, f: 4 });
  expect(problems).toEqual([]);
});

test.each([
  ['env', { name: 'A' }, { name: 'B' }],
  ['containers', { name: 'a' }, { name: 'b' }],
  ['volumes', { name: 'a' }, { name: 'b' }],
  ['volumeMounts', { name: 'x', mountPath: '/a' }, { name: 'x', mountPath: '/b' }],
  ['volumeDevices', { name: 'x', devicePath: '/a' }, { name: 'x', devicePath: '/b' }],
  ['ports', { containerPort: 53 }, { containerPort: 53, protocol: 'UDP' }],
  ['ports', { port: 80 }, { port: 81 }],
  ['hostAliases', { ip: '10.0.0.1' }, { ip: '10.0.0.2' }],
  ['imagePullSecrets', { name: 'a' }, { name: 'b' }],
  [
    'topologySpreadConstraints',
    { topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
    { topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' },
  ],
])('the items of %s merge by their key', (list, first, second) => {
  const more = { ...second, extra: true };
  const { result, problems } = merge({ [list]: [first, second] }, { [list]: [more] });
  expect(result).toEqual({ [list]: [first, more] });
  expect(problems).toEqual([]);
});

test('a port without a protocol is the one with TCP', () => {
  const { result } = merge(
    { ports: [{ containerPort: 80 }] },
    { ports: [{ containerPort: 80, protocol: 'TCP', name: 'http' }] },
  );
  expect(result).toEqual({ ports: [{ containerPort: 80, protocol: 'TCP', name: 'http' }] });
});

test.each([
  ['another text', { image: 'a' }, { image: 'b' }, 'image'],
  ['a number for a text', { port: 80 }, { port: '80' }, 'port'],
  ['another list without keys', { args: ['a'] }, { args: ['a', 'b'] }, 'args'],
  ['an object for a text', { a: 'b' }, { a: { b: 1 } }, 'a'],
  ['a list for an object', { env: {} }, { env: [] }, 'env'],
  [
    'another value within an item',
    { env: [{ name: 'A', value: '1' }] },
    { env: [{ name: 'A', value: '2' }] },
    'env[A].value',
  ],
  [
    'another value of a key that is no word',
    { labels: { 'a/b': '1' } },
    { labels: { 'a/b': '2' } },
    'labels[a/b]',
  ],
])('reports %s, with both places, and keeps the first', (_, first, second, field) => {
  const { result, problems } = merge(first, second);
  expect(result).toEqual(first);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.path).toBe('ng/web');
  expect(problems[0]?.problem).toContain(` in place0.${field} and `);
  expect(problems[0]?.problem).toMatch(new RegExp(`place1\\.${field.replace(/[[\]/]/g, '\\$&')}$`));
});

test('reports an item that one list holds twice', () => {
  const { problems } = merge({ env: [{ name: 'A' }, { name: 'A' }] });
  expect(problems.map(({ problem }) => problem)).toEqual([
    'place0.env must hold each item once, got A twice',
  ]);
});

test('undefined and null say nothing', () => {
  const { result, problems } = merge({ a: 1, b: undefined, c: null }, { a: undefined, b: 2, c: 3 });
  expect(result).toEqual({ a: 1, b: 2, c: 3 });
  expect(problems).toEqual([]);
});

test('empty objects and empty lists are kept', () => {
  expect(merge({ a: {}, b: [], env: [] }).result).toEqual({ a: {}, b: [], env: [] });
});

test('a lazy value is kept as it is, and is another value than any written out', () => {
  const lazy: unknown = Lazy.any({ produce: () => 1 });
  expect(merge({ a: lazy, b: [lazy], env: [lazy] }).result).toEqual({
    a: lazy,
    b: [lazy],
    env: [lazy],
  });
  expect(merge({ a: lazy }, { a: lazy }).problems).toEqual([]);
  const [problem] = merge({ a: lazy }, { a: 1 }).problems;
  expect(problem?.problem).toContain(
    'got a value known only at synth in place0.a and 1 in place1.a',
  );
});

test('the place stands for the part that it is about', () => {
  const merged = new Merge('ng/web');
  merged.say({ containers: [{ name: 'web', image: 'a' }] }, 'containers[web].', '');
  merged.say({ containers: [{ name: 'web', image: 'b' }] }, 'containers[web]', 'container');
  merged.say({ containers: [{ name: 'web', image: 'c' }] }, '', 'pod');
  expect(merged.problems.map(({ problem }) => problem)).toEqual([
    'two different values for one field, got "a" in image and "b" in container.image',
    'two different values for one field, got "a" in image and "c" in pod.containers[web].image',
  ]);
});

const values = fc.oneof(fc.constantFrom('a', 'b', 1, 2, true), fc.array(fc.constantFrom(1, 2)));
const objects = fc.letrec<{ object: Record<string, unknown> }>((tie) => ({
  object: fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof({ depthSize: 'small', maxDepth: 2 }, values, tie('object')),
  ),
})).object;

test('everything said is in the result, or is reported', () => {
  fc.assert(
    fc.property(objects, objects, (first, second) => {
      const { result, problems } = merge(first, second);
      expect(result).toMatchObject(first);
      if (problems.length === 0) expect(result).toMatchObject(second);
    }),
  );
});

test('the order of saying does not decide whether it fits together', () => {
  fc.assert(
    fc.property(objects, objects, (first, second) => {
      const one = merge(first, second);
      const other = merge(second, first);
      expect(one.problems).toHaveLength(other.problems.length);
      if (one.problems.length === 0) expect(one.result).toEqual(other.result);
    }),
  );
});

test('what is said is never changed', () => {
  fc.assert(
    fc.property(objects, objects, (first, second) => {
      const before = JSON.stringify([first, second]);
      merge(first, second);
      expect(JSON.stringify([first, second])).toBe(before);
    }),
  );
});
