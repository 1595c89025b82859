import { gpuOnSomeHost as check } from '../../../src/checks/rules/gpu-on-some-host';
import { finds, podYaml } from '../finds';
import { findsOnCluster } from '../on-cluster';

const pod = (gpus: number, spec = ''): string =>
  podYaml(spec, `resources: { limits: { nvidia.com/gpu: ${gpus} } }`);
const hosts = { node2: { 'nvidia.com/gpu': 2 }, node3: { cpu: 4 } };

test('passes as many as a host has', () => {
  expect(findsOnCluster(check, '', pod(2), { hosts })).toEqual([]);
});

test('reports more than any host has', () => {
  expect(findsOnCluster(check, '', pod(4), { hosts })).toEqual([
    'error web spec.containers[0].resources.limits["nvidia.com/gpu"]: a pod asks for 4 nvidia.com/gpu, and no host has as many: node2 2, node3 0',
  ]);
});

test('reports a GPU on a host that the pod may not run on', () => {
  const spec = 'nodeSelector: { kubernetes.io/hostname: node3 }';
  expect(findsOnCluster(check, '', pod(1, spec), { hosts })).toHaveLength(1);
});

test('takes an extended resource that no host declares as not there', () => {
  const yaml = podYaml('', 'resources: { limits: { amd.com/gpu: 1 } }');
  expect(findsOnCluster(check, '', yaml, { hosts })).toHaveLength(1);
});

test('says nothing where nothing is declared, and nothing without a Cluster', () => {
  expect(findsOnCluster(check, '', pod(9))).toEqual([]);
  expect(finds(check, pod(9), { hosts })).toEqual([]);
});
