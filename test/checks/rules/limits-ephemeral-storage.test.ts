import { limitsEphemeralStorage as check } from '../../../src/checks/rules/limits-ephemeral-storage';
import { finds, podYaml } from '../finds';

test('warns of a container without the limit', () => {
  expect(finds(check, podYaml('', 'resources: { requests: { ephemeral-storage: 1Gi } }'))).toEqual([
    'warning Pod/web spec.containers[0].resources.limits: the container has no limit of ephemeral-storage',
  ]);
});

test('passes a container with it', () => {
  expect(finds(check, podYaml('', 'resources: { limits: { ephemeral-storage: 1Gi } }'))).toEqual(
    [],
  );
});
