import type { CheckedObject, Finding } from '../../src/checks/check';
import { checks } from '../../src/checks/rules/index';
import { runChecks } from '../../src/checks/run-checks';
import type { Manifest } from '../../src/manifest/manifest';
import { cluster, find } from './kubekey-input';

const inventory: Manifest = {
  apiVersion: 'kubekey.kubesphere.io/v1',
  kind: 'Inventory',
  metadata: { name: 'sample' },
  spec: { hosts: {} },
};

/** What is found in a Cluster whose files a construct writes for kk 4. */
function findForKk4(change: string): Finding[] {
  const objects = [cluster(change), inventory].map((manifest): CheckedObject => ({
    manifest,
    origin: () => ({ construct: 'sample' }),
  }));
  return runChecks(checks, { objects, kubernetesVersion: '1.26' });
}

const lines = (findings: readonly Finding[]): string[] =>
  findings.map(({ check, severity, problem }) => `${severity} ${check}: ${problem}`);

/** A Cluster with one fault of kk 3's own, and the check that finds it there. */
const onlyKk3: readonly (readonly [check: string, change: string])[] = [
  [
    'kubekey-audit-needs-renewal',
    'spec: {kubernetes: {autoRenewCerts: false, audit: {enabled: true}}}',
  ],
  ['kubekey-calico-one-tunnel', 'spec: {network: {calico: {ipipMode: Always, vxlanMode: Always}}}'],
  ['kubekey-etcd-directories', 'spec: {etcd: {dataDir: /data/etcd}}'],
  ['kubekey-external-etcd', 'spec: {etcd: {type: external}}'],
  ['kubekey-fields-have-effect', 'spec: {network: {flannel: {backendMode: host-gw}}}'],
  [
    'kubekey-first-control-plane',
    'spec: {roleGroups: {control-plane: [node1, node2], worker: [node2, node1, node3], etcd: [node1]}, controlPlaneEndpoint: {internalLoadbalancer: haproxy}}',
  ],
  [
    'kubekey-haproxy-without-address',
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: haproxy, address: 192.168.0.9}}',
  ],
  [
    'kubekey-harbor-needs-amd64',
    'spec: {roleGroups: {registry: [node4]}, registry: {type: harbor}, hosts: [{name: node1, address: 10.0.0.1, privateKeyPath: /k}, {name: node2, address: 10.0.0.2, privateKeyPath: /k}, {name: node3, address: 10.0.0.3, privateKeyPath: /k}, {name: node4, address: 10.0.0.4, privateKeyPath: /k, arch: arm64}]}',
  ],
  ['kubekey-kube-ovn-gateway', 'spec: {network: {plugin: kubeovn, kubePodsCIDR: 10.244.0.0/16}}'],
  [
    'kubekey-kube-ovn-ssl-needs-docker',
    'spec: {network: {plugin: kubeovn, kubeovn: {enableSSL: true}}}',
  ],
  [
    'kubekey-kubesphere-version',
    'spec: {kubernetes: {version: v1.28.0}, kubesphere: {enabled: true, version: v3.4.1}}',
  ],
  ['kubekey-needs-chrony', 'spec: {system: {timezone: Asia/Shanghai}}'],
  [
    'kubekey-no-remote-mirrors',
    'spec: {registry: {remoteMirrors: {docker.io: {endpoint: "https://docker.1ms.run"}}}}',
  ],
  [
    'kubekey-one-control-plane-group',
    'spec: {roleGroups: {master: [node1], control-plane: [node2]}, controlPlaneEndpoint: {internalLoadbalancer: haproxy}}',
  ],
  ['kubekey-one-registry', 'spec: {roleGroups: {registry: [node2, node3]}}'],
  ['kubekey-supported-version', 'spec: {kubernetes: {version: v1.34.3}}'],
  ['kubekey-unique-members', 'spec: {roleGroups: {worker: [node2, node3, node2]}}'],
  ['kubekey-valid-addons', 'spec: {addons: [{name: a, sources: {}}]}'],
  ['kubekey-valid-component-args', 'spec: {kubernetes: {apiserverArgs: ["--audit-log-maxage=3"]}}'],
  [
    'kubekey-valid-dual-stack',
    'spec: {network: {plugin: cilium, kubePodsCIDR: "10.233.64.0/18,fd00::/112", kubeServiceCIDR: "10.233.0.0/18,fd01::/112"}}',
  ],
  ['kubekey-valid-scripts', 'spec: {system: {preInstall: [{name: a, bash: ""}]}}'],
];

test.each(onlyKk3)('%s leaves a cluster for kk 4 alone', (check, change) => {
  const ofCheck = (findings: readonly Finding[]): string[] =>
    lines(findings.filter((finding) => finding.check === check && finding.field !== ''));
  expect(ofCheck(find(checks, cluster(change)))).not.toEqual([]);
  const left = ofCheck(findForKk4(change));
  // What kk 4 sees as kk 3 does stays.
  expect(left.filter((line) => !line.includes('one address'))).toEqual([]);
});

test.each([
  [
    'an even etcd',
    'spec: {roleGroups: {etcd: [node1, node2]}}',
    'error kubekey-odd-etcd: makes 2 members of etcd; it stops when 1 of them is lost, and kk 4 refuses it',
  ],
  [
    'kube-vip without an address',
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: ""}}',
    'error kubekey-kube-vip-address: is missing; kk 4 stops once it has logged in to the hosts',
  ],
  [
    "kube-vip with a host's address",
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.3}, kubernetes: {proxyMode: iptables}}',
    'error kubekey-kube-vip-address: 192.168.0.3 is the address of node2; kk 4 refuses it once it has logged in to the hosts',
  ],
  [
    'an old version',
    'spec: {kubernetes: {version: v1.22.17}}',
    'error kubekey-supported-version: v1.22.17 is older than kk 4 installs; it stops once it has logged in to the hosts',
  ],
  [
    'no control plane',
    'spec: {roleGroups: {control-plane: null, worker: [node1, node2, node3]}}',
    'error kubekey-has-roles: names no host; kk 4 stops once it has logged in to the hosts',
  ],
  [
    'a host without a role',
    'spec: {roleGroups: {worker: [node2]}}',
    'error kubekey-hosts-have-roles: "node3" is in no role group; KubeKey installs nothing on it',
  ],
  [
    'several control planes without a load balancer',
    'spec: {roleGroups: {control-plane: [node1, node2]}}',
    'error kubekey-balances-control-planes: puts no load balancer before 2 control planes; KubeKey sends all nodes to the first of them',
  ],
  [
    'an argument that would be dropped',
    'spec: {kubernetes: {schedulerArgs: [profiling]}}',
    'error kubekey-valid-component-args: "profiling" has no "="; KubeKey drops it',
  ],
  [
    'networks that overlap',
    'spec: {network: {kubeServiceCIDR: 10.233.64.0/20}}',
    'error kubekey-separate-networks: 10.233.64.0/20 shares addresses with 10.233.64.0/18 of spec.network.kubePodsCIDR; KubeKey sets up both',
  ],
])('%s is reported for kk 4, too', (_what, change, line) => {
  expect(lines(findForKk4(change))).toContain(line);
});

test('nothing is found in a sound cluster for kk 4', () => {
  expect(lines(findForKk4(''))).toEqual([]);
});

test('a Cluster in a file is for kk 3, also beside an Inventory of its name', () => {
  const found = lines(find(checks, cluster('spec: {kubernetes: {version: v1.34.3}}'), inventory));
  expect(found.some((line) => line.includes('kubekey-supported-version'))).toBe(true);
});
