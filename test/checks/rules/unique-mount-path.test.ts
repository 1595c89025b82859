import { uniqueMountPath as check } from '../../../src/checks/rules/unique-mount-path';
import { finds, podYaml } from '../finds';

test('passes different paths, and reports one that comes twice', () => {
  const mounts = (...paths: string[]): string =>
    podYaml('', `volumeMounts: [${paths.map((path) => `{ name: a, mountPath: ${path} }`).join()}]`);
  expect(finds(check, mounts('/a', '/b'))).toEqual([]);
  expect(finds(check, mounts('/a', '/a'))).toEqual([
    'error Pod/web spec.containers[0].volumeMounts[1].mountPath: another volume is mounted at "/a"',
  ]);
});
