import { readOnlyRootFilesystem as check } from '../../../src/checks/rules/read-only-root-filesystem';
import { finds, podYaml } from '../finds';

test('warns of a container that can write to its image', () => {
  expect(finds(check, podYaml())).toEqual([
    'warning Pod/web spec.containers[0].securityContext.readOnlyRootFilesystem: the container can write to the files of its image',
  ]);
});

test('passes a container that can not, an init container that ends, and Windows', () => {
  const readOnly = 'securityContext: { readOnlyRootFilesystem: true }';
  expect(finds(check, podYaml('', readOnly))).toEqual([]);
  expect(finds(check, podYaml('initContainers: [{ name: a, image: a }]', readOnly))).toEqual([]);
  expect(finds(check, podYaml('os: { name: windows }'))).toEqual([]);
});
