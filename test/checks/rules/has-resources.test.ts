import { hasResources as check } from '../../../src/checks/rules/has-resources';
import { finds, podYaml } from '../finds';

test('says what is missing', () => {
  expect(finds(check, podYaml())).toEqual([
    'warning Pod/web spec.containers[0].resources: the container has no request of cpu, no request of memory, no limit of memory',
  ]);
  expect(finds(check, podYaml('', 'resources: { requests: { cpu: 1, memory: 1Gi } }'))).toEqual([
    'warning Pod/web spec.containers[0].resources: the container has no limit of memory',
  ]);
});

test('takes a limit for a request, as the API server does', () => {
  expect(finds(check, podYaml('', 'resources: { limits: { cpu: 1, memory: 1Gi } }'))).toEqual([]);
});

test('takes what the pod as a whole or a LimitRange gives', () => {
  expect(finds(check, podYaml('resources: { limits: { cpu: 1, memory: 1Gi } }'))).toEqual([]);
  const range = `
apiVersion: v1
kind: LimitRange
metadata: { name: it }
spec: { limits: [{ type: Container, default: { memory: 1Gi }, defaultRequest: { cpu: 100m } }] }`;
  expect(finds(check, podYaml() + range)).toEqual([]);
});

test('asks it of sidecars, and not of init containers that end', () => {
  const limits = 'resources: { limits: { cpu: 1, memory: 1Gi } }';
  expect(finds(check, podYaml('initContainers: [{ name: a, image: a }]', limits))).toEqual([]);
  expect(
    finds(check, podYaml('initContainers: [{ name: a, image: a, restartPolicy: Always }]', limits)),
  ).toHaveLength(1);
});
