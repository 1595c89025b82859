import { uniqueEnvName as check } from '../../../src/checks/rules/unique-env-name';
import { finds, podYaml } from '../finds';

test('passes different variables, and warns of one that is set twice', () => {
  expect(finds(check, podYaml('', 'env: [{ name: A, value: a }, { name: B, value: a }]'))).toEqual(
    [],
  );
  expect(finds(check, podYaml('', 'env: [{ name: A, value: a }, { name: A, value: b }]'))).toEqual([
    'warning Pod/web spec.containers[0].env[1].name: the variable A is set twice',
  ]);
});
