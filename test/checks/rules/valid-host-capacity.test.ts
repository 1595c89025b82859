import { validHostCapacity as check } from '../../../src/checks/rules/valid-host-capacity';
import { finds } from '../finds';
import { findsOnCluster, fixesOnCluster } from '../on-cluster';

test('passes hosts of the Cluster with quantities', () => {
  const hosts = { node1: { cpu: 4, memory: '8Gi' }, node2: {} };
  expect(findsOnCluster(check, '', '', { hosts })).toEqual([]);
  expect(findsOnCluster(check, '', '')).toEqual([]);
});

test('reports a host that the Cluster does not have', () => {
  const hosts = { nodd1: { cpu: 4 } };
  expect(findsOnCluster(check, '', '', { hosts })).toEqual([
    'error sample spec.hosts: the option hosts says what "nodd1" has, and the Cluster has no such host: node1, node2, node3',
  ]);
  expect(fixesOnCluster(check, '', '', { hosts })).toEqual(['Write node1 in the option hosts.']);
});

test('reports an amount that is none', () => {
  const hosts = { node1: { memory: '8GB', cpu: -1 } };
  expect(findsOnCluster(check, '', '', { hosts })).toEqual([
    'error sample spec.hosts: the option hosts.node1.memory must be a quantity such as 500m, 2, 1.5, 128Mi or 10Gi, got "8GB"',
    'error sample spec.hosts: the option hosts.node1.cpu must be a quantity such as 500m, 2, 1.5, 128Mi or 10Gi, got -1',
  ]);
});

test('reports a resource that there is not', () => {
  const hosts = { node1: { cpus: 4, gpu: 1, 'nvidia.com/gpu': 1 } };
  expect(findsOnCluster(check, '', '', { hosts })).toEqual([
    'error sample spec.hosts: the option hosts.node1 names no resource of Kubernetes, got "cpus"',
    'error sample spec.hosts: the option hosts.node1 names no resource of Kubernetes, got "gpu"',
  ]);
  expect(fixesOnCluster(check, '', '', { hosts })[0]).toBe(
    'Write cpu, memory, ephemeral-storage, or the full name of another, such as nvidia.com/gpu.',
  );
});

test('says nothing without a Cluster', () => {
  expect(finds(check, '', { hosts: { node9: { cpu: 4 } } })).toEqual([]);
});
