import fc from 'fast-check';
import { expandHostRange } from '../../src/manifest/host-range';

test.each([
  ['node1', ['node1']],
  ['node[1:3]', ['node1', 'node2', 'node3']],
  ['node[9:11]', ['node9', 'node10', 'node11']],
  ['[0:1]', ['0', '1']],
])('%s is expanded without a surprise', (entry, names) => {
  expect(expandHostRange(entry)).toEqual({ names });
});

test('leading zeros and what stands behind are dropped, as KubeKey does', () => {
  expect(expandHostRange('node[08:10].a')).toEqual({
    names: ['node8', 'node9', 'node10'],
    surprise:
      'drops everything behind the bracket and leading zeros and reads node8, node9, node10',
    meant: ['node08.a', 'node09.a', 'node10.a'],
  });
});

test('a range that counts down gives no host', () => {
  expect(expandHostRange('node[3:1]')).toMatchObject({
    names: [],
    meant: ['node1', 'node2', 'node3'],
  });
});

test.each(['node[a:b]', 'node[1:]', 'a]:['])('KubeKey panics on %s', (entry) => {
  expect(expandHostRange(entry)).toEqual({ names: [], surprise: 'panics on it' });
});

test('a range with a dash is the name of one host', () => {
  expect(expandHostRange('node[1-3]')).toMatchObject({ names: ['node[1-3]'] });
});

test('a typing error in a range does not fill the memory', () => {
  expect(expandHostRange('node[1:999999999999]').names).toEqual([]);
});

test('a range without leading zeros and with nothing behind reads as it is written', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{0,5}$/),
      fc.nat(500),
      fc.nat(500),
      (prefix, from, more) => {
        const { names, surprise } = expandHostRange(`${prefix}[${from}:${from + more}]`);
        expect(surprise).toBeUndefined();
        expect(names).toHaveLength(more + 1);
        expect(names.at(-1)).toBe(`${prefix}${from + more}`);
      },
    ),
  );
});
