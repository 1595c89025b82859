import { nodeSelectorMatchesHost as check } from '../../../src/checks/rules/node-selector-matches-host';
import { finds, podYaml, workloadYaml } from '../finds';
import { findsOnCluster, fixesOnCluster, hostLabels } from '../on-cluster';

const ssd = hostLabels('{}', '{ disk: ssd }', '{ disk: hdd, cores: "8" }');
const affinity = (...terms: string[]): string =>
  `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [${terms.join(', ')}] } } }`;
const expression = (key: string, operator: string, ...values: string[]): string =>
  `{ matchExpressions: [{ key: ${key}, operator: ${operator}, values: [${values.join(', ')}] }] }`;

test.each([
  'nodeSelector: { disk: ssd }',
  'nodeSelector: { kubernetes.io/hostname: node2, kubernetes.io/os: linux, kubernetes.io/arch: amd64 }',
  'nodeSelector: { node-role.kubernetes.io/worker: "" }',
  'nodeSelector: { node-role.kubernetes.io/control-plane: "" }',
  'nodeName: node3',
  affinity(expression('disk', 'In', 'nvme', 'ssd')),
  affinity(expression('disk', 'In', 'nvme'), expression('kubernetes.io/hostname', 'In', 'node3')),
  affinity(expression('disk', 'NotIn', 'ssd')),
  affinity(expression('cores', 'Gt', '"4"')),
  affinity('{ matchFields: [{ key: metadata.name, operator: In, values: [node1] }] }'),
])('passes a pod with %s', (spec) => {
  expect(findsOnCluster(check, ssd, podYaml(spec))).toEqual([]);
});

test('reports a value that no host has, with those that there are', () => {
  expect(findsOnCluster(check, ssd, podYaml('nodeSelector: { disk: sdd }'))).toEqual([
    'error web spec.nodeSelector.disk: the pod requires disk: sdd, and none of the cluster’s hosts (node1, node2, node3) meets it: they have disk: ssd, disk: hdd',
  ]);
});

test.each([
  [
    'nodeSelector: { kubernetes.io/hostname: node4 }',
    'spec.nodeSelector["kubernetes.io/hostname"]',
  ],
  ['nodeSelector: { kubernetes.io/arch: arm64 }', 'spec.nodeSelector["kubernetes.io/arch"]'],
  ['nodeSelector: { kubernetes.io/os: windows }', 'spec.nodeSelector["kubernetes.io/os"]'],
  [
    'nodeSelector: { node-role.kubernetes.io/worker: "true" }',
    'spec.nodeSelector["node-role.kubernetes.io/worker"]',
  ],
  [
    'nodeSelector: { node-role.kubernetes.io/master: "" }',
    'spec.nodeSelector["node-role.kubernetes.io/master"]',
  ],
  ['nodeName: node4', 'spec.nodeName'],
  [
    affinity(expression('disk', 'In', 'nvme')),
    'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution',
  ],
  [
    affinity(expression('cores', 'Gt', '"8"')),
    'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution',
  ],
  ['nodeSelector: { disk: ssd, kubernetes.io/hostname: node3 }', 'spec.nodeSelector.disk'],
])('reports a pod with %s as an error', (spec, field) => {
  const found = findsOnCluster(check, ssd, podYaml(spec));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`error web ${field}: `);
});

test('warns of a label that no host has, which somebody may give by hand', () => {
  const pod = podYaml('nodeSelector: { pool: batch }');
  expect(findsOnCluster(check, ssd, pod)).toEqual([
    'warning web spec.nodeSelector.pool: the pod requires pool: batch, and none of the cluster’s hosts (node1, node2, node3) meets it',
  ]);
  expect(findsOnCluster(check, ssd, pod, { references: 'closed' })[0]).toMatch(/^error/);
});

test('warns of a DaemonSet that runs nowhere', () => {
  const agent = workloadYaml('DaemonSet', '', 'nodeSelector: { kubernetes.io/os: windows }');
  expect(findsOnCluster(check, ssd, agent)[0]).toMatch(/^warning/);
});

test('says which label is meant', () => {
  expect(fixesOnCluster(check, ssd, podYaml('nodeSelector: { disc: ssd }'))).toEqual([
    'Write disk, which a host has, or give a host the label disc in spec.hosts[].labels.',
  ]);
  expect(
    fixesOnCluster(check, ssd, podYaml('nodeSelector: { node-role.kubernetes.io/worker: "true" }')),
  ).toEqual(['Write node-role.kubernetes.io/worker: "", which a host has.']);
});

test('knows the role labels of older versions', () => {
  const pod = podYaml('nodeSelector: { node-role.kubernetes.io/master: "" }');
  expect(findsOnCluster(check, '', pod, { kubernetesVersion: '1.23' })).toEqual([]);
  expect(findsOnCluster(check, '', pod, { kubernetesVersion: '1.24' })).toHaveLength(1);
});

test.each([
  ['labels of discovered hardware', '', 'nodeSelector: { nvidia.com/gpu.present: "true" }'],
  [
    'a label that a script of the Cluster gives',
    'spec: { system: { postInstall: [{ bash: kubectl label node node2 pool=batch }] } }',
    'nodeSelector: { pool: batch }',
  ],
  [
    'a label that the kubelet is told to give',
    'spec: { kubernetes: { kubeletArgs: [--node-labels=pool=batch] } }',
    'nodeSelector: { pool: batch }',
  ],
  [
    'the role labels of k3s',
    'spec: { kubernetes: { version: v1.21.4-k3s } }',
    'nodeSelector: { node-role.kubernetes.io/control-plane: "true" }',
  ],
  [
    'a Cluster whose groups have a fault',
    'spec: { roleGroups: { wroker: [node2] } }',
    'nodeName: a',
  ],
])('says nothing of %s', (_what, change, spec) => {
  expect(findsOnCluster(check, change, podYaml(spec))).toEqual([]);
});

test.each([
  [
    'a hard spread',
    'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: web } } }]',
    'topologySpreadConstraints[0]',
  ],
  [
    'required pod affinity',
    'affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: zone, labelSelector: { matchLabels: { app: web } } }] } }',
    'affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]',
  ],
])('warns of %s over a label that no host has', (_what, spec, field) => {
  expect(findsOnCluster(check, '', podYaml(spec))).toEqual([
    `warning web spec.${field}.topologyKey: the pod requires a label zone, and none of the cluster’s hosts (node1, node2, node3) meets it`,
  ]);
  expect(findsOnCluster(check, hostLabels('{}', '{ zone: a }'), podYaml(spec))).toEqual([]);
  const soft = spec.replace('DoNotSchedule', 'ScheduleAnyway').replace('required', 'preferred');
  expect(findsOnCluster(check, '', podYaml(soft))).toEqual([]);
});

test('says nothing of a workload without replicas, and nothing without a Cluster', () => {
  const selector = 'nodeSelector: { kubernetes.io/os: windows }';
  expect(findsOnCluster(check, '', workloadYaml('Deployment', 'replicas: 0', selector))).toEqual(
    [],
  );
  expect(finds(check, podYaml(selector))).toEqual([]);
});
