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

test('reports a mount and a device of a volume that the pod does not have', () => {
  expect(
    finds(
      check,
      podYaml(
        '',
        'volumeMounts: [{ name: a, mountPath: /a }], volumeDevices: [{ name: b, devicePath: /b }]',
      ),
    ),
  ).toEqual([
    'error Pod/web spec.containers[0].volumeMounts[0].name: the pod has no volume "a"',
    'error Pod/web spec.containers[0].volumeDevices[0].name: the pod has no volume "b"',
  ]);
});
