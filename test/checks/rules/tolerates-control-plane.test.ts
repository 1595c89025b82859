import { toleratesControlPlane as check } from '../../../src/checks/rules/tolerates-control-plane';
import { finds, podYaml, workloadYaml } from '../finds';
import { findsOnCluster, fixesOnCluster } from '../on-cluster';

const onControlPlane = 'nodeSelector: { node-role.kubernetes.io/control-plane: "" }';
const noWorker = 'spec: { roleGroups: { worker: null, control-plane: [node1, node2, node3] } }';

test.each([
  ['any pod that a worker takes', podYaml()],
  ['a DaemonSet, which runs on the workers', workloadYaml('DaemonSet')],
  [
    'a pod with the toleration',
    podYaml(
      `${onControlPlane}, tolerations: [{ key: node-role.kubernetes.io/control-plane, effect: NoSchedule }]`,
    ),
  ],
  ['a pod that tolerates all', podYaml(`${onControlPlane}, tolerations: [{ operator: Exists }]`)],
  ['a pod that passes the scheduler by', podYaml('nodeName: node1')],
])('passes %s', (_what, yaml) => {
  expect(findsOnCluster(check, '', yaml)).toEqual([]);
});

test('passes a control plane that is a worker too', () => {
  const change = 'spec: { roleGroups: { worker: [node1] } }';
  expect(findsOnCluster(check, change, podYaml(onControlPlane))).toEqual([]);
});

test('reports a pod that is bound to a control plane without the toleration', () => {
  expect(findsOnCluster(check, '', podYaml(onControlPlane))).toEqual([
    'error web spec.tolerations: the pod may only run on node1 and does not tolerate the taint of a control plane there: node-role.kubernetes.io/control-plane:NoSchedule',
  ]);
  expect(fixesOnCluster(check, '', podYaml(onControlPlane))).toEqual([
    'Name node1 in the Cluster’s roleGroups.worker too, which takes the taint away, or add the toleration { key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule }.',
  ]);
});

test.each([
  'tolerations: [{ key: node-role.kubernetes.io/master, operator: Exists }]',
  'tolerations: [{ key: node-role.kubernetes.io/control-plane, effect: NoExecute }]',
  'tolerations: [{ key: node-role.kubernetes.io/control-plane, value: "true" }]',
])('reports a toleration that does not cover the taint: %s', (toleration) => {
  expect(findsOnCluster(check, '', podYaml(`${onControlPlane}, ${toleration}`))).toHaveLength(1);
});

test('reports every workload of a Cluster without workers', () => {
  expect(findsOnCluster(check, noWorker, workloadYaml('Deployment') + podYaml())).toHaveLength(2);
  expect(findsOnCluster(check, noWorker, workloadYaml('DaemonSet'))).toHaveLength(1);
});

test('wants both tolerations in 1.24, and the old one before', () => {
  const master = '{ key: node-role.kubernetes.io/master, operator: Exists }';
  const pod = podYaml(`nodeSelector: { kubernetes.io/hostname: node1 }, tolerations: [${master}]`);
  expect(findsOnCluster(check, '', pod, { kubernetesVersion: '1.23' })).toEqual([]);
  expect(findsOnCluster(check, '', pod, { kubernetesVersion: '1.24' })).toHaveLength(1);
});

test('says nothing without a Cluster', () => {
  expect(finds(check, podYaml(onControlPlane))).toEqual([]);
});
