import { objectIndex } from '../../src/checks/object-index';
import { inputOf, workloadYaml } from './finds';

const named = (namespace: string): string =>
  workloadYaml('Deployment').replace('name: web }', `name: web, namespace: ${namespace} }`);
const kind = 'apps/Deployment';

test('finds an object by kind, namespace and name', () => {
  const index = objectIndex(inputOf(named('one') + named('two')));
  expect(index.find(kind, 'two', 'web')?.manifest['metadata']).toMatchObject({ namespace: 'two' });
  expect(index.find(kind, 'three', 'web')).toBeUndefined();
  expect(index.find('/Service', 'one', 'web')).toBeUndefined();
});

test('an object without a namespace may be in any, and one may be looked for in any', () => {
  const index = objectIndex(inputOf(workloadYaml('Deployment')));
  expect(index.find(kind, 'one', 'web')).toBeDefined();
  expect(objectIndex(inputOf(named('one'))).find(kind, '', 'web')).toBeDefined();
});

test('finds pods by labels within a namespace', () => {
  const index = objectIndex(inputOf(named('one') + named('two')));
  expect(index.selected('one', { app: 'web' })).toHaveLength(1);
  expect(index.selected('', { app: 'web' })).toHaveLength(2);
  expect(index.selected('one', { app: 'web', tier: 'a' })).toEqual([]);
  expect(index.selected('one', {})).toEqual([]);
});

test('finds pods by a label selector with expressions, all for an empty one', () => {
  const index = objectIndex(inputOf(named('one')));
  const expressions = (operator: string): unknown => ({
    matchExpressions: [{ key: 'app', operator, values: ['web'] }],
  });
  expect([...index.selectedBy('one', expressions('In'))]).toHaveLength(1);
  expect([...index.selectedBy('one', expressions('NotIn'))]).toEqual([]);
  expect([...index.selectedBy('one', {})]).toHaveLength(1);
  expect([...index.selectedBy('one', undefined)]).toEqual([]);
});

test('is made once for an input', () => {
  const input = inputOf(named('one'));
  expect(objectIndex(input)).toBe(objectIndex(input));
});
