import { replicasFitHosts as check } from '../../../src/checks/rules/replicas-fit-hosts';
import { finds, workloadYaml } from '../finds';
import { findsOnCluster, fixesOnCluster } from '../on-cluster';

const apart = (more = ''): string =>
  `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: web } }${more} }] } }`;
const spread = (more = ''): string =>
  `topologySpreadConstraints: [{ maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: web } }${more} }]`;
const web = (replicas: number, pod: string): string =>
  workloadYaml('Deployment', `replicas: ${replicas}`, pod);
const allWorkers = 'spec: { roleGroups: { worker: [node1, node2, node3] } }';

test('passes as many replicas as there are hosts that take them', () => {
  expect(findsOnCluster(check, '', web(2, apart()))).toEqual([]);
  expect(findsOnCluster(check, allWorkers, web(3, apart()))).toEqual([]);
});

test('reports more replicas than hosts under required anti-affinity', () => {
  expect(findsOnCluster(check, '', web(3, apart()))).toEqual([
    'error web spec.replicas: 3 replicas, but the required podAntiAffinity allows 1 on each host, and they may run on 2 hosts of the cluster (node2, node3): room for 2',
  ]);
});

test('counts only the hosts that the pods may run on', () => {
  const pod = `nodeSelector: { kubernetes.io/hostname: node2 }, ${apart()}`;
  expect(findsOnCluster(check, '', web(2, pod))).toHaveLength(1);
  const tolerant = `tolerations: [{ operator: Exists }], ${apart()}`;
  expect(findsOnCluster(check, '', web(3, tolerant))).toEqual([]);
});

test('reports replicas with a port of the host', () => {
  const yaml = web(3, 'hostNetwork: true');
  expect(findsOnCluster(check, '', yaml)).toEqual([
    'error web spec.replicas: 3 replicas, but port 80 in the network of the host allows 1 on each host, and they may run on 2 hosts of the cluster (node2, node3): room for 2',
  ]);
  const ported = web(3, '').replace('containerPort: 80', 'containerPort: 80, hostPort: 8080');
  expect(findsOnCluster(check, '', ported)).toHaveLength(1);
});

test('advises on what counts a control plane which never gets a pod', () => {
  expect(fixesOnCluster(check, '', web(3, spread()))).toEqual([
    expect.stringMatching(/^Write nodeTaintsPolicy: Honor into the constraint/),
  ]);
});

test('reports a hard spread that counts a control plane which never gets a pod', () => {
  expect(findsOnCluster(check, '', web(3, spread()))).toEqual([
    'error web spec.replicas: 3 replicas, but the topology spread with maxSkew 1, counted against node1, which the pods do not tolerate, allows 1 on each host, and they may run on 2 hosts of the cluster (node2, node3): room for 2',
  ]);
  expect(findsOnCluster(check, '', web(3, spread(', nodeTaintsPolicy: Honor')))).toEqual([]);
  expect(findsOnCluster(check, allWorkers, web(30, spread()))).toEqual([]);
});

test('reports a spread that wants more hosts than there are', () => {
  expect(findsOnCluster(check, allWorkers, web(4, spread(', minDomains: 4')))).toHaveLength(1);
  expect(findsOnCluster(check, allWorkers, web(3, spread(', minDomains: 4')))).toEqual([]);
});

test('takes the least that an autoscaler allows', () => {
  const scaler = (least: number): string => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { minReplicas: ${least}, maxReplicas: 9, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
---
`;
  const yaml = workloadYaml('Deployment', '', apart());
  expect(findsOnCluster(check, '', yaml + scaler(2))).toEqual([]);
  expect(findsOnCluster(check, '', yaml + scaler(3))).toHaveLength(1);
});

test.each([
  ['a rule that is only preferred', web(9, apart().replace('requiredDuring', 'preferredDuring'))],
  ['a rule about other pods', web(9, apart().replaceAll('app: web', 'app: db'))],
  ['a rule about another namespace', web(9, apart(', namespaces: [other]'))],
  [
    'a rule about zones',
    web(9, apart().replace('kubernetes.io/hostname', 'topology.kubernetes.io/zone')),
  ],
  ['a spread that is only preferred', web(9, spread().replace('DoNotSchedule', 'ScheduleAnyway'))],
  ['a DaemonSet', workloadYaml('DaemonSet', '', apart())],
])('says nothing of %s', (_what, yaml) => {
  expect(findsOnCluster(check, '', yaml)).toEqual([]);
});

test('says nothing without a Cluster', () => {
  expect(finds(check, web(9, apart()))).toEqual([]);
});
