import { uniqueHostPort as check } from '../../../src/checks/rules/unique-host-port';
import { finds } from '../finds';
import { findsOnCluster } from '../on-cluster';

const workload = (name: string, kind: string, port: string, pod = ''): string => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { ${pod === '' ? '' : `${pod}, `}containers: [{ name: a, image: a, ports: [{ ${port} }] }] }
---
`;
const found = (name: string, kind: string, key = 'hostPort'): RegExp =>
  new RegExp(
    `${kind}/${name} spec.template.spec.containers\\[0\\].ports\\[0\\].${key}: port 80 TCP`,
  );

test.each([
  ['another port', 'containerPort: 80, hostPort: 81', ''],
  ['another protocol', 'containerPort: 80, hostPort: 80, protocol: UDP', ''],
  ['no hostPort', 'containerPort: 80', ''],
  ['hosts of its own', 'containerPort: 80, hostPort: 80', 'nodeSelector: { edge: "yes" }'],
])('passes workloads with %s', (_, port, pod) => {
  const web = workload('web', 'Deployment', 'containerPort: 80, hostPort: 80');
  expect(finds(check, web + workload('shop', 'Deployment', port, pod))).toEqual([]);
});

test('passes different addresses of a host', () => {
  const at = (ip: string): string => `containerPort: 80, hostPort: 80, hostIP: ${ip}`;
  const web = workload('web', 'DaemonSet', at('127.0.0.1'));
  expect(finds(check, web + workload('shop', 'DaemonSet', at('10.0.0.1')))).toEqual([]);
  expect(finds(check, web + workload('shop', 'DaemonSet', at('0.0.0.0')))).toHaveLength(1);
});

test('warns of two Deployments that cannot share a host, and reports two DaemonSets', () => {
  const port = 'containerPort: 80, hostPort: 80';
  const [warning] = finds(
    check,
    workload('web', 'Deployment', port) + workload('shop', 'Deployment', port),
  );
  expect(warning).toMatch(/^warning/);
  expect(warning).toMatch(found('shop', 'Deployment'));
  const [error] = finds(
    check,
    workload('web', 'DaemonSet', port) + workload('shop', 'DaemonSet', port),
  );
  expect(error).toMatch(/^error/);
});

test('counts each port of a pod in the network of its host', () => {
  const onHost = (name: string): string =>
    workload(name, 'DaemonSet', 'containerPort: 80', 'hostNetwork: true');
  const [error] = finds(check, onHost('web') + onHost('shop'));
  expect(error).toMatch(found('shop', 'DaemonSet', 'containerPort'));
});

test('reports two workloads that have one host and no other', () => {
  const port = 'containerPort: 80, hostPort: 80';
  const on = (pod: string): string[] =>
    findsOnCluster(
      check,
      '',
      workload('web', 'Deployment', port, pod) + workload('shop', 'Deployment', port, pod),
    );
  expect(on('')[0]).toMatch(/^warning shop /);
  expect(on('nodeSelector: { kubernetes.io/hostname: node2 }')[0]).toMatch(/^error shop /);
});

test('passes two workloads that may run on different hosts only', () => {
  const port = 'containerPort: 80, hostPort: 80';
  const on = (name: string, host: string): string =>
    workload(name, 'DaemonSet', port, `nodeSelector: { kubernetes.io/hostname: ${host} }`);
  expect(findsOnCluster(check, '', on('web', 'node2') + on('shop', 'node3'))).toEqual([]);
});

test('warns of two that meet behind many that keep away from them', () => {
  const port = 'containerPort: 80, hostPort: 80';
  const apart = Array.from({ length: 30 }, (_, index) =>
    workload(`edge-${index}`, 'Deployment', port, `nodeSelector: { edge: "${index}" }`),
  ).join('');
  const found = finds(
    check,
    apart + workload('web', 'Deployment', port) + workload('shop', 'Deployment', port),
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^warning Deployment\/shop .* also taken by Deployment web/);
});

test('names each of many that want one port, and each once', () => {
  const names = Array.from({ length: 50 }, (_, index) => `web-${index}`);
  const port = 'containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80';
  const found = finds(check, names.map((name) => workload(name, 'Deployment', port)).join(''));
  expect(found).toHaveLength(names.length - 1);
});
