import { validPodNames as check } from '../../../src/checks/rules/valid-pod-names';
import { runChecks } from '../../../src/checks/run-checks';
import { finds, inputOf, podYaml } from '../finds';

test('passes sound names', () => {
  expect(
    finds(
      check,
      podYaml(
        'volumes: [{ name: data }]',
        'ports: [{ name: http-2 }], env: [{ name: MY_VAR.a-b }]',
      ),
    ),
  ).toEqual([]);
});

test('reports names of volumes, ports and variables of a wrong form', () => {
  expect(finds(check, podYaml('volumes: [{ name: Data }]'))).toHaveLength(1);
  expect(finds(check, podYaml('', 'ports: [{ name: a-name-of-16-chs }]'))).toHaveLength(1);
  expect(finds(check, podYaml('', 'env: [{ name: 1A }]'))).toEqual([
    "error Pod/web spec.containers[0].env[0].name: must hold only letters, digits, '_', '-' and '.', and not begin with a digit, got \"1A\"",
  ]);
});

test('tells what fits the name of a port, and that of a variable', () => {
  const yaml = podYaml('', 'ports: [{ name: a-name-of-16-chs }], env: [{ name: 1A }]');
  expect(runChecks([check], inputOf(yaml)).map(({ fix }) => fix)).toEqual([
    "Use small letters, digits and '-': 63 characters at most, 15 in the name of a port.",
    'Write a name such as LOG_LEVEL.',
  ]);
});

test('takes more names of variables from 1.32 on', () => {
  const yaml = podYaml('', 'env: [{ name: "1 a" }]');
  expect(finds(check, yaml, { kubernetesVersion: '1.31' })).toHaveLength(1);
  expect(finds(check, yaml, { kubernetesVersion: '1.32' })).toEqual([]);
  expect(
    finds(check, podYaml('', 'env: [{ name: a=b }]'), { kubernetesVersion: '1.32' }),
  ).toHaveLength(1);
});
