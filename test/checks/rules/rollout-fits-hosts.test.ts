import { rolloutFitsHosts as check } from '../../../src/checks/rules/rollout-fits-hosts';
import { finds, workloadYaml } from '../finds';
import { findsOnCluster } from '../on-cluster';

const apart = (more = ''): string =>
  `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: web } }${more} }] } }`;
const web = (spec: string, more = ''): string => workloadYaml('Deployment', spec, apart(more));

test('reports replicas on every host of which none may be stopped first', () => {
  expect(findsOnCluster(check, '', web('replicas: 2'))).toEqual([
    'error web spec.strategy: the required podAntiAffinity allows one pod on each host, all 2 hosts that can take them (node2, node3) hold one of the old version, and a rollout may stop none of 2 before a new one runs',
  ]);
});

test('reports a port of the only host', () => {
  const single = 'spec: { roleGroups: { worker: [node2] } }';
  const yaml = workloadYaml('Deployment', '', 'hostNetwork: true');
  expect(findsOnCluster(check, single, yaml)).toHaveLength(1);
  expect(findsOnCluster(check, '', yaml)).toEqual([]);
});

test.each([
  ['a host is free', web('replicas: 1')],
  ['more replicas than hosts, which is another finding', web('replicas: 3')],
  [
    'a pod may be stopped',
    web('replicas: 2\n  strategy: { rollingUpdate: { maxUnavailable: 50% } }'),
  ],
  ['both come to 0', web('replicas: 2\n  strategy: { rollingUpdate: { maxSurge: 0 } }')],
  ['all are stopped first', web('replicas: 2\n  strategy: { type: Recreate }')],
  [
    'the rule holds for each rollout by itself',
    web('replicas: 2', ', matchLabelKeys: [pod-template-hash]'),
  ],
  ['a StatefulSet stops each pod first', workloadYaml('StatefulSet', 'replicas: 2', apart())],
])('passes where %s', (_what, yaml) => {
  expect(findsOnCluster(check, '', yaml)).toEqual([]);
});

test('says nothing without a Cluster', () => {
  expect(finds(check, web('replicas: 2'))).toEqual([]);
});
