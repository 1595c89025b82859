import { uniqueVolumeName as check } from '../../../src/checks/rules/unique-volume-name';
import { finds, podYaml } from '../finds';

test('passes different names, and reports one that comes twice', () => {
  expect(finds(check, podYaml('volumes: [{ name: a }, { name: b }]'))).toEqual([]);
  expect(finds(check, podYaml('volumes: [{ name: a }, { name: a }]'))).toEqual([
    'error Pod/web spec.volumes[1].name: another volume of the pod has the name "a"',
  ]);
});
