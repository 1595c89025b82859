import { volumeMountsResolve as check } from '../../../src/checks/rules/volume-mounts-resolve';
import { finds, podYaml, workloadYaml } from '../finds';

test('passes mounts of volumes, and of the claims of a StatefulSet', () => {
  expect(
    finds(
      check,
      podYaml('volumes: [{ name: a, emptyDir: {} }]', 'volumeMounts: [{ name: a, mountPath: /a }]'),
    ),
  ).toEqual([]);
  const claims = workloadYaml(
    'StatefulSet',
    'volumeClaimTemplates: [{ metadata: { name: data } }]',
  );
  const mounts = claims.replace(
    'image: nginx',
    'image: nginx, volumeMounts: [{ name: data, mountPath: /a }]',
  );
  expect(finds(check, mounts)).toEqual([]);
});

test('reports a mount and a device of volumes that the pod does not have', () => {
  expect(
    finds(
      check,
      podYaml(
        'volumes: [{ name: c, emptyDir: {} }]',
        'volumeMounts: [{ name: a, mountPath: /a }], volumeDevices: [{ name: b, devicePath: /b }]',
      ),
    ),
  ).toEqual([
    'error Pod/web spec.containers[0].volumeMounts[0].name: the pod has no volume "a"',
    'error Pod/web spec.containers[0].volumeDevices[0].name: the pod has no volume "b"',
  ]);
});

test('reports a volume that several containers mount, or a pod without any, once with all places', () => {
  const mount = 'volumeMounts: [{ name: a, mountPath: /a }]';
  const twice = (volumes: string): string =>
    podYaml(volumes, mount).replace(
      'containers: [',
      `initContainers: [{ name: b, ${mount} }], containers: [`,
    );
  const places =
    'error Pod/web spec.initContainers[0].volumeMounts[0].name: the pod has no volume "a"; the same holds for spec.containers[0].volumeMounts[0].name';
  expect(finds(check, twice('volumes: [{ name: c, emptyDir: {} }]'))).toEqual([places]);
  expect(finds(check, twice(''))).toEqual([places]);
});
