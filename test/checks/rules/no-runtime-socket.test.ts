import { noRuntimeSocket as check } from '../../../src/checks/rules/no-runtime-socket';
import { finds, podYaml } from '../finds';

const say = (path: string, mounted = 'it'): string[] =>
  finds(
    check,
    podYaml(
      `volumes: [{ name: it, hostPath: { path: ${path} } }]`,
      `volumeMounts: [{ name: ${mounted}, mountPath: /it, readOnly: true }]`,
    ),
  );

test.each([
  '/var/run/docker.sock',
  '/run/containerd/containerd.sock',
  '/run/containerd/',
  '/',
  '/var/run',
])('warns of %s', (path) => {
  expect(say(path)).toHaveLength(1);
  expect(say(path)[0]).toMatch(/^warning Pod\/web spec\.volumes\[0\]\.hostPath\.path: /);
});

test.each(['/var/log', '/run/flannel', '/var/lib/docker.sock', '/runner'])('passes %s', (path) => {
  expect(say(path)).toEqual([]);
});

test('passes a volume that nothing mounts', () => {
  expect(say('/run/docker.sock', 'other')).toEqual([]);
});
