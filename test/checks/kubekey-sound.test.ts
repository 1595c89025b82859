import { parse } from 'yaml';
import { checks } from '../../src/checks/rules/index';
import { isManifest, type Manifest } from '../../src/manifest/manifest';
import { cluster, find } from './kubekey-input';

const three =
  'control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]';

/** Clusters with nothing wrong: no check says a word. */
const sound: readonly (readonly [shape: string, change: string])[] = [
  ['one control plane and two workers', ''],
  [
    'one host for everything',
    'spec: {hosts: [{name: node1, address: 192.168.0.2}], roleGroups: {etcd: [node1], control-plane: [node1], worker: [node1]}}',
  ],
  ['the group master', 'spec: {roleGroups: {control-plane: null, master: [node1]}}'],
  ['host ranges', 'spec: {roleGroups: {worker: ["node[2:3]"]}}'],
  [
    'keys in other letters',
    'spec: {Hosts: [{Name: node1, ADDRESS: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], hosts: null}',
  ],
  [
    'haproxy before three control planes',
    `spec: {roleGroups: {${three}}, controlPlaneEndpoint: {internalLoadbalancer: haproxy}}`,
  ],
  [
    'kube-vip with iptables',
    `spec: {roleGroups: {${three}}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.10}, kubernetes: {proxyMode: iptables}}`,
  ],
  [
    'kube-vip with IPVS that leaves it alone',
    `spec: {roleGroups: {${three}}, controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.10, kubevip: {mode: BGP}}, kubernetes: {kubeProxyConfiguration: {ipvs: {excludeCIDRs: [192.168.0.10/32]}}}}`,
  ],
  [
    "a load balancer of one's own, on another port",
    `spec: {roleGroups: {${three}}, controlPlaneEndpoint: {address: 192.168.0.10, port: 8443}}`,
  ],
  [
    'a load balancer that the DNS server knows',
    `spec: {roleGroups: {${three}}, controlPlaneEndpoint: {externalDNS: true, domain: api.example.com}}`,
  ],
  [
    'an offline registry',
    'spec: {hosts: [{name: node1, address: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}, {name: hub, address: 192.168.0.5}], roleGroups: {registry: [hub]}, registry: {type: harbor, privateRegistry: dockerhub.kubekey.local, namespaceOverride: kubesphereio, auths: {dockerhub.kubekey.local: {username: admin, password: Harbor12345, skipTLSVerify: true}}}}',
  ],
  [
    'mirrors and insecure registries',
    'spec: {registry: {registryMirrors: ["https://docker.1ms.run"], insecureRegistries: ["10.0.0.5:5000"]}}',
  ],
  [
    'a private registry with a path',
    'spec: {registry: {privateRegistry: "registry.example.com:5000/mirror", namespaceRewrite: {policy: changePrefix, src: [kubesphere], dest: library}}}',
  ],
  [
    'IPv4 and IPv6',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, internalAddress: "192.168.0.2,fd00::2"}, {name: node2, address: 192.168.0.3, internalAddress: "192.168.0.3,fd00::3"}, {name: node3, address: 192.168.0.4, internalAddress: "192.168.0.4,fd00::4"}], network: {kubePodsCIDR: "10.233.64.0/18,fd85:ee78:d8a6:8607::1:0/112", kubeServiceCIDR: "10.233.0.0/18,fd85:ee78:d8a6:8607::1000/116"}}',
  ],
  [
    'arm64',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, arch: arm64}, {name: node2, address: 192.168.0.3, arch: arm64}, {name: node3, address: 192.168.0.4, arch: arm64}], kubernetes: {version: v1.33.4}}',
  ],
  [
    'an external etcd',
    'spec: {roleGroups: {etcd: null}, etcd: {type: external, external: {endpoints: ["https://10.0.0.5:2379"], caFile: /a.crt, certFile: /c.crt, keyFile: /k.key}}}',
  ],
  ['etcd by kubeadm', 'spec: {roleGroups: {etcd: null}, etcd: {type: kubeadm}}'],
  ['Cilium', 'spec: {network: {plugin: cilium}}'],
  ['Flannel', 'spec: {network: {plugin: flannel, flannel: {backendMode: host-gw}}}'],
  [
    'Calico with VXLAN',
    'spec: {network: {calico: {ipipMode: Never, vxlanMode: Always, vethMTU: 1440}}}',
  ],
  [
    'Kube-OVN',
    'spec: {network: {plugin: kubeovn, kubeovn: {kube-ovn-controller: {vlanID: "100"}}}}',
  ],
  [
    'Kube-OVN in another network',
    'spec: {network: {plugin: kubeovn, kubePodsCIDR: 10.244.0.0/16, kubeovn: {kube-ovn-controller: {podGateway: 10.244.0.1}}}}',
  ],
  [
    'Docker below Kubernetes 1.24',
    'spec: {kubernetes: {version: v1.23.17, containerManager: docker}, registry: {bridgeIP: 172.26.0.1/16}}',
  ],
  ['a version without v', 'spec: {kubernetes: {version: "1.26.4"}}'],
  ['k8e', 'spec: {kubernetes: {version: v1.25.5-k8e, kubeProxyArgs: ["--v=2"]}}'],
  [
    'add-ons',
    'spec: {addons: [{name: nfs, namespace: storage, sources: {chart: {name: nfs-client-provisioner, repo: "https://charts.example.com", version: 4.0.3, values: ["storageClass.defaultClass=true"]}}}, {name: ks-core, sources: {chart: {name: "oci://hub.example.com/ks-core"}}}, {name: extra, sources: {yaml: {path: [/a.yaml, "https://example.com/b.yaml"]}}}]}',
  ],
  [
    'scripts for a custom group',
    'spec: {roleGroups: {gpu: [node3]}, system: {preInstall: [{name: driver, bash: ./install.sh, role: gpu, materials: [./install.sh]}, {name: all, bash: uname}]}}',
  ],
  ['auditing', 'spec: {kubernetes: {audit: {enabled: true}}}'],
  ['KubeSphere 3', 'spec: {kubesphere: {enabled: true, version: v3.4.1}}'],
  [
    'arguments in the right form',
    'spec: {kubernetes: {apiserverArgs: ["audit-log-maxage=30"], kubeletArgs: ["--root-dir=/data"], featureGates: {CSIStorageCapacity: true}}, etcd: {extraArgs: ["ETCD_MAX_TXN_OPS=256"]}}',
  ],
  [
    'labels',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, labels: {node-role.kubernetes.io/edge: "", zone: a1}}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'a user with a password for sudo',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, user: ubuntu, password: "a,b #c", privateKeyPath: ~/.ssh/id_ed25519}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'hosts behind one address',
    'spec: {hosts: [{name: node1, address: 1.2.3.4, port: 2201, internalAddress: 10.0.0.2}, {name: node2, address: 1.2.3.4, port: 2202, internalAddress: 10.0.0.3}, {name: node3, address: node3.example.com, internalAddress: 10.0.0.4}]}',
  ],
  [
    'secrets left out by the library',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, password: <redacted>}, {name: node2, address: 192.168.0.3, privateKey: <redacted>}, {name: node3, address: 192.168.0.4}]}',
  ],
];

test('the table holds at least 20 shapes', () => {
  expect(sound.length).toBeGreaterThanOrEqual(20);
});

test.each(sound)('no check says a word about %s', (_shape, change) => {
  expect(find(checks, cluster(change))).toEqual([]);
});

test('k3s only warns that its container manager must be there', () => {
  const found = find(checks, cluster('spec: {kubernetes: {version: v1.24.7-k3s}}'));
  expect(found.map(({ check, severity }) => [check, severity])).toEqual([
    ['kubekey-installs-container-manager', 'warning'],
  ]);
});

/** A whole file; both readings of YAML see the same in it. */
function file(text: string): Manifest {
  const manifest: unknown = parse(text, { version: '1.1' });
  expect(parse(text)).toEqual(manifest);
  if (!isManifest(manifest)) throw new Error('no manifest');
  return manifest;
}

test('no check says a word about the config of a first cluster on one server', () => {
  const lesson = file(`
apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata:
  name: sample
spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      internalAddress: 192.168.0.2
      user: root
      privateKeyPath: ~/.ssh/id_rsa
  roleGroups:
    etcd:
      - node1
    control-plane:
      - node1
    worker:
      - node1
  controlPlaneEndpoint:
    domain: lb.kubesphere.local
    address: ""
    port: 6443
  kubernetes:
    version: v1.26.4
    clusterName: cluster.local
    autoRenewCerts: true
    containerManager: containerd
  etcd:
    type: kubekey
  network:
    plugin: calico
    kubePodsCIDR: 10.233.64.0/18
    kubeServiceCIDR: 10.233.0.0/18
    multusCNI:
      enabled: false
  registry:
    privateRegistry: registry.cn-beijing.aliyuncs.com
    namespaceOverride: kubesphereio
    registryMirrors: []
    insecureRegistries: []
  addons: []
`);
  expect(find(checks, lesson)).toEqual([]);
});

test('no check says a word about what kk create config writes, once its hosts are replaced', () => {
  const created = file(`

apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata:
  name: sample
spec:
  hosts:
  - {name: node1, address: 10.0.0.2, internalAddress: 10.0.0.2, user: ubuntu, password: "another"}
  - {name: node2, address: 10.0.0.3, internalAddress: 10.0.0.3, user: ubuntu, password: "another"}
  roleGroups:
    etcd:
    - node1
    control-plane: 
    - node1
    worker:
    - node1
    - node2
  controlPlaneEndpoint:
    ## Internal loadbalancer for apiservers 
    # internalLoadbalancer: haproxy

    domain: lb.kubesphere.local
    address: ""
    port: 6443
  kubernetes:
    version: v1.26.4
    clusterName: cluster.local
    autoRenewCerts: true
    containerManager: containerd
  etcd:
    type: kubekey
  network:
    plugin: calico
    kubePodsCIDR: 10.233.64.0/18
    kubeServiceCIDR: 10.233.0.0/18
    ## multus support. https://github.com/k8snetworkplumbingwg/multus-cni
    multusCNI:
      enabled: false
  registry:
    privateRegistry: ""
    namespaceOverride: ""
    registryMirrors: []
    insecureRegistries: []
  addons: []


`);
  expect(find(checks, created)).toEqual([]);
});

test('files of KubeKey 4 are not checked as those of KubeKey 3', () => {
  const inventory = {
    apiVersion: 'kubekey.kubesphere.io/v1',
    kind: 'Inventory',
    metadata: { name: 'default' },
    spec: { hosts: {} },
  };
  const config = {
    apiVersion: 'kubekey.kubesphere.io/v1',
    kind: 'Config',
    spec: { kubernetes: { kube_version: 'v1.34.3' } },
  };
  expect(find(checks, inventory, config)).toEqual([]);
});
