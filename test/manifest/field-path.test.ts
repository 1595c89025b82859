import fc from 'fast-check';
import { appendField, formatField, parseField } from '../../src/manifest/field-path';

test('plain keys are joined by dots and list positions stand in brackets', () => {
  expect(formatField('spec', 'ports', 0, 'nodePort')).toBe('spec.ports[0].nodePort');
  expect(formatField('spec', 'network', 'kube-ovn-cni')).toBe('spec.network.kube-ovn-cni');
  expect(formatField()).toBe('');
});

test('keys with other characters are quoted in brackets', () => {
  expect(formatField('metadata', 'labels', 'app.kubernetes.io/name')).toBe(
    'metadata.labels["app.kubernetes.io/name"]',
  );
  expect(formatField('data', 'a"b', 'c')).toBe('data["a\\"b"].c');
  expect(formatField('')).toBe('[""]');
});

test('a field is extended by further steps', () => {
  expect(appendField('spec.ports[0]', 'name')).toBe('spec.ports[0].name');
  expect(appendField('', 'spec')).toBe('spec');
});

test('a key of digits is told apart from a list position', () => {
  expect(parseField('data.0')).toEqual(['data', '0']);
  expect(parseField('data[0]')).toEqual(['data', 0]);
});

test.each([
  '.spec',
  'spec.',
  'spec..a',
  'spec[',
  'spec[a]',
  'spec ports',
  'a["b]',
  'a["\\x"]b',
  '[0]b',
])('a text of another form, %p, is no field', (text) => {
  expect(parseField(text)).toBeUndefined();
});

test('every field that is written reads back', () => {
  const step = fc.oneof(
    fc.nat(),
    fc.string(),
    fc.constantFrom('spec', 'a.b/c', 'a-b', '0', '"', '\\'),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      expect(parseField(formatField(...steps))).toEqual(steps);
    }),
  );
});
