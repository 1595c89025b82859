import { validMountPaths as check } from '../../../src/checks/rules/valid-mount-paths';
import { finds, podYaml } from '../finds';

const mount = (rest: string): string[] =>
  finds(check, podYaml('', `volumeMounts: [{ name: a, mountPath: /a, ${rest} }]`));
const field = 'error Pod/web spec.containers[0].volumeMounts[0]';

test('passes paths within the volume', () => {
  expect(mount('subPath: a/..b')).toEqual([]);
  expect(mount('subPathExpr: "$(NAME)/b"')).toEqual([]);
});

test.each([
  ['subPath: /a', 'subPath: must be a path within the volume, without a slash before it, got "/a"'],
  ['subPathExpr: a/../b', 'subPathExpr: must not leave the volume with "..", got "a/../b"'],
  ['subPath: a, subPathExpr: b', 'subPathExpr: subPath and subPathExpr may not both be set'],
])('reports a path that the API server refuses: %s', (rest, found) => {
  expect(mount(rest)).toEqual([`${field}.${found}`]);
});

test('takes mounts in both directions in privileged containers alone', () => {
  const mount = 'volumeMounts: [{ name: a, mountPath: /a, mountPropagation: Bidirectional }]';
  expect(finds(check, podYaml('', `${mount}, securityContext: { privileged: true }`))).toEqual([]);
  expect(finds(check, podYaml('', mount))).toEqual([
    'error Pod/web spec.containers[0].volumeMounts[0].mountPropagation: Bidirectional is only for privileged containers',
  ]);
});
