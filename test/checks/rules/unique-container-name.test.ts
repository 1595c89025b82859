import { uniqueContainerName as check } from '../../../src/checks/rules/unique-container-name';
import { finds, podYaml } from '../finds';

test('passes different names', () => {
  expect(finds(check, podYaml('initContainers: [{ name: init, image: a }]'))).toEqual([]);
});

test('reports a name that comes twice, init containers among them', () => {
  expect(finds(check, podYaml('initContainers: [{ name: web, image: a }]'))).toEqual([
    'error Pod/web spec.containers[0].name: "web" is already the name of spec.initContainers[0]',
  ]);
});
