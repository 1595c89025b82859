import type { CheckedObject } from '../../../src/checks/check';
import { nodePortInRange } from '../../../src/checks/rules/node-port-in-range';
import { runChecks } from '../../../src/checks/run-checks';
import type { Manifest } from '../../../src/manifest/manifest';

function find(...manifests: Manifest[]): string[] {
  const objects: CheckedObject[] = manifests.map((manifest) => ({
    manifest,
    origin: () => ({ construct: 'ng/it' }),
  }));
  return runChecks([nodePortInRange], { objects, kubernetesVersion: '1.26' }).map(
    ({ field, problem }) => `${field}: ${problem}`,
  );
}

const service = (...nodePorts: unknown[]): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { type: 'NodePort', ports: nodePorts.map((nodePort) => ({ port: 80, nodePort })) },
});

const cluster = (...apiserverArgs: unknown[]): Manifest => ({
  apiVersion: 'kubekey.kubesphere.io/v1alpha2',
  kind: 'Cluster',
  spec: { kubernetes: { apiserverArgs } },
});

test('passes both ends of the default range, no port and port 0', () => {
  expect(find(service(30000, 32767, undefined, 0))).toEqual([]);
});

test('reports each port outside of the default range', () => {
  expect(find(service(80, 30007, 32768))).toEqual([
    'spec.ports[0].nodePort: nodePort must be within 30000-32767, got 80',
    'spec.ports[2].nodePort: nodePort must be within 30000-32767, got 32768',
  ]);
});

test('takes the range that the cluster sets', () => {
  const args = cluster('service-node-port-range=20000-22767', 'v=2', 3);
  expect(find(args, service(20000))).toEqual([]);
  expect(find(args, service(30007))).toEqual([
    'spec.ports[0].nodePort: nodePort must be within 20000-22767 that the cluster’s service-node-port-range sets, got 30007',
  ]);
});

test.each([
  ['first+more', '20000+2767', [20000, 22767], [19999, 22768]],
  ['one port alone', '30080', [30080], [30079, 30081]],
])('takes a range that is written as %s', (_form, range, inside, outside) => {
  const args = cluster(`service-node-port-range=${range}`);
  expect(find(args, service(...inside))).toEqual([]);
  expect(find(args, service(...outside))).toHaveLength(2);
});

test('takes the range of a Config of kk 4', () => {
  const config = {
    apiVersion: 'kubekey.kubesphere.io/v1',
    kind: 'Config',
    spec: {
      kubernetes: { apiserver: { extra_args: { 'service-node-port-range': '20000-22767' } } },
    },
  };
  expect(find(config, service(20000))).toEqual([]);
  expect(find(config, service(30007))).toHaveLength(1);
});

test('reports a health check port outside of the range', () => {
  const local = { ...service(30007), spec: { healthCheckNodePort: 79 } };
  expect(find(local)).toEqual([
    'spec.healthCheckNodePort: nodePort must be within 30000-32767, got 79',
  ]);
});

test('passes what is no Service', () => {
  expect(find({ ...service(80), apiVersion: 'serving.knative.dev/v1' })).toEqual([]);
});
