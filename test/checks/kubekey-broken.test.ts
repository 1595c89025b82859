import { cluster, errorsIn, find } from './kubekey-input';
import { checks } from '../../src/checks/rules/index';

/** One fault each: the check that must find it, and the sound Cluster's change in YAML. */
const broken: readonly (readonly [check: string, fault: string, change: string])[] = [
  // Types
  [
    'kubekey-valid-types',
    'a numeric password',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, password: 123456}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-types',
    'an octal password',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, password: 0123}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-types',
    'the password yes',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, password: yes}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  ['kubekey-valid-types', 'a quoted port', 'spec: {controlPlaneEndpoint: {port: "6443"}}'],
  ['kubekey-valid-types', 'a numeric name of the cluster', 'metadata: {name: 2024}'],
  [
    'kubekey-valid-types',
    'a host name of digits',
    'spec: {hosts: [{name: 101, address: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-types',
    'a label that is a boolean',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, labels: {gpu: true}}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  ['kubekey-valid-types', 'a version that is a number', 'spec: {kubernetes: {version: 1.26}}'],
  [
    'kubekey-valid-types',
    'the path of an add-on that is no list',
    'spec: {addons: [{name: nfs, sources: {yaml: {path: /a.yaml}}}]}',
  ],
  [
    'kubekey-valid-types',
    'values of a chart that are a mapping',
    'spec: {addons: [{name: nfs, sources: {chart: {name: nfs, values: {replicas: 2}}}}]}',
  ],
  ['kubekey-valid-types', 'a role group that is no list', 'spec: {roleGroups: {worker: node2}}'],
  [
    'kubekey-valid-types',
    'hosts that are a mapping',
    'spec: {hosts: {node1: {address: 192.168.0.2}}}',
  ],
  [
    'kubekey-valid-types',
    'a feature gate that is text',
    'spec: {kubernetes: {featureGates: {NodeSwap: "true"}}}',
  ],
  [
    'kubekey-valid-types',
    'a password of a registry that is a number',
    'spec: {registry: {auths: {"docker.io": {username: u, password: 1234}}}}',
  ],
  ['kubekey-valid-types', 'a quoted number of pods', 'spec: {kubernetes: {maxPods: "110"}}'],
  [
    'kubekey-valid-types',
    'a VLAN that is a number',
    'spec: {network: {plugin: kubeovn, kubeovn: {kube-ovn-controller: {vlanID: 100}}}}',
  ],
  // Keys
  [
    'kubekey-known-fields',
    'taints on a host',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, taints: [a]}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  ['kubekey-known-fields', 'the old key for Multus', 'spec: {network: {enableMultusCNI: true}}'],
  [
    'kubekey-known-fields',
    'an old flat key of Kube-OVN',
    'spec: {network: {plugin: kubeovn, kubeovn: {pingerExternalDomain: example.com}}}',
  ],
  [
    'kubekey-known-fields',
    'a misspelt load balancer',
    'spec: {controlPlaneEndpoint: {internalLoadBalance: haproxy}}',
  ],
  ['kubekey-known-fields', 'the version beside kubernetes', 'spec: {version: v1.28.0}'],
  ['kubekey-known-fields', 'a key in two spellings', 'spec: {Etcd: {type: kubekey}}'],
  [
    'kubekey-known-fields',
    'the whole spec under metadata',
    'spec: null\nmetadata: {name: sample, spec: {hosts: []}}',
  ],
  [
    'kubekey-known-fields',
    'an unquoted comma in a password',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, password: a,b}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-known-fields',
    "an unknown key of a registry's credentials",
    'spec: {registry: {auths: {"docker.io": {username: u, password: p, insecure: true}}}}',
  ],
  // Names
  ['kubekey-valid-name', 'no name of the cluster', 'metadata: {name: null, labels: {a: b}}'],
  ['kubekey-valid-name', 'a name of the cluster with capitals', 'metadata: {name: Sample}'],
  [
    'kubekey-valid-name',
    'an endpoint that is a URL',
    'spec: {controlPlaneEndpoint: {domain: "https://lb.local"}}',
  ],
  [
    'kubekey-valid-name',
    'a DNS domain with capitals',
    'spec: {kubernetes: {dnsDomain: Cluster.local}}',
  ],
  [
    'kubekey-valid-host-name',
    'a host name with capitals',
    'spec: {hosts: [{name: Node1, address: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], roleGroups: {etcd: [Node1], control-plane: [Node1]}}',
  ],
  [
    'kubekey-valid-host-name',
    'a host name with an underscore',
    'spec: {hosts: [{name: node_1, address: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], roleGroups: {etcd: [node_1], control-plane: [node_1]}}',
  ],
  [
    'kubekey-valid-host-name',
    'a host without a name',
    'spec: {hosts: [{name: node1, address: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}, {address: 192.168.0.5}]}',
  ],
  [
    'kubekey-unique-host-names',
    'a host name twice',
    'spec: {hosts: [{name: node1, address: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}, {name: node3, address: 192.168.0.5}]}',
  ],
  [
    'kubekey-valid-labels',
    'a label with a space',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, labels: {zone: "a b"}}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  // Addresses
  [
    'kubekey-unique-addresses',
    'an address twice',
    'spec: {hosts: [{name: node1, address: 192.168.0.2}, {name: node2, address: 192.168.0.2}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-unique-addresses',
    'an internal address twice',
    'spec: {hosts: [{name: node1, address: 1.2.3.4, internalAddress: 192.168.0.2}, {name: node2, address: 1.2.3.5, internalAddress: 192.168.0.2}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-address',
    'a host without an address',
    'spec: {hosts: [{name: node1}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-address',
    'an address out of range',
    'spec: {hosts: [{name: node1, address: 192.168.0.300}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-address',
    'an address with a port',
    'spec: {hosts: [{name: node1, address: "192.168.0.2:22"}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-address',
    'an internal address with a prefix',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, internalAddress: 192.168.0.2/24}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-address',
    'the node address 127.0.0.1',
    'spec: {hosts: [{name: node1, address: 127.0.0.1}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-dual-stack',
    'a space after the comma',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, internalAddress: "192.168.0.2, fd00::2"}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-dual-stack',
    'IPv6 first',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, internalAddress: "fd00::2,192.168.0.2"}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-valid-dual-stack',
    'Services with IPv6 first',
    'spec: {network: {kubePodsCIDR: "10.233.64.0/18,fd00:1::/112", kubeServiceCIDR: "fd00:2::/112,10.233.0.0/18"}}',
  ],
  [
    'kubekey-valid-dual-stack',
    'Cilium for both IP versions',
    'spec: {network: {plugin: cilium, kubePodsCIDR: "10.233.64.0/18,fd00:1::/112", kubeServiceCIDR: "10.233.0.0/18,fd00:2::/112"}}',
  ],
  // Networks
  [
    'kubekey-valid-cidr',
    'a network without a prefix',
    'spec: {network: {kubeServiceCIDR: 10.233.0.0}}',
  ],
  [
    'kubekey-valid-cidr',
    'a network that is none',
    'spec: {network: {kubeServiceCIDR: 10.233.0.0/33}}',
  ],
  ['kubekey-valid-cidr', 'a network with a word', 'spec: {network: {kubePodsCIDR: pods/18}}'],
  [
    'kubekey-valid-cidr',
    'too few addresses for Services',
    'spec: {network: {kubeServiceCIDR: 10.233.0.0/30}}',
  ],
  [
    'kubekey-separate-networks',
    'one network for Pods and Services',
    'spec: {network: {kubeServiceCIDR: 10.233.64.0/18}}',
  ],
  [
    'kubekey-separate-networks',
    'a Pod network that holds the Services',
    'spec: {network: {kubePodsCIDR: 10.232.0.0/15}}',
  ],
  [
    'kubekey-separate-networks',
    'a Pod network that holds a host',
    'spec: {network: {kubePodsCIDR: 192.168.0.0/18}}',
  ],
  [
    'kubekey-pod-network-fits',
    'more hosts than parts of the network',
    'spec: {network: {kubePodsCIDR: 10.233.64.0/23}}',
  ],
  [
    'kubekey-pod-network-fits',
    "a Pod network smaller than a node's part",
    'spec: {network: {kubePodsCIDR: 10.233.64.0/26}}',
  ],
  ['kubekey-pod-network-fits', 'more Pods than addresses', 'spec: {kubernetes: {maxPods: 300}}'],
  [
    'kubekey-pod-network-fits',
    'a part of a node that is too small',
    'spec: {kubernetes: {nodeCidrMaskSize: 26}}',
  ],
  [
    'kubekey-pod-network-fits',
    "an IPv6 network far larger than a node's part",
    'spec: {network: {kubePodsCIDR: "10.233.64.0/18,fd00:1::/64", kubeServiceCIDR: "10.233.0.0/18,fd00:2::/112"}}',
  ],
  // Versions
  ['kubekey-valid-version', 'a version of two numbers', 'spec: {kubernetes: {version: v1.26}}'],
  ['kubekey-valid-version', 'a malformed version', 'spec: {kubernetes: {version: v1.22x}}'],
  ['kubekey-valid-version', 'a release candidate', 'spec: {kubernetes: {version: v1.26.4-rc.1}}'],
  [
    'kubekey-supported-version',
    'a patch that KubeKey never got',
    'spec: {kubernetes: {version: v1.29.13}}',
  ],
  [
    'kubekey-supported-version',
    'a version with a letter behind',
    'spec: {kubernetes: {version: v1.26.4x}}',
  ],
  [
    'kubekey-supported-version',
    'a version with a leading zero',
    'spec: {kubernetes: {version: v1.26.04}}',
  ],
  [
    'kubekey-supported-version',
    'a Kubernetes newer than KubeKey',
    'spec: {kubernetes: {version: v1.34.1}}',
  ],
  [
    'kubekey-supported-version',
    'a k3s that KubeKey does not have',
    'spec: {kubernetes: {version: v1.28.2-k3s}}',
  ],
  [
    'kubekey-supported-version',
    'a k3s for amd64 only',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, arch: arm64}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], kubernetes: {version: v1.20.4-k3s}}',
  ],
  [
    'kubekey-known-feature-gates',
    'a removed feature gate',
    'spec: {kubernetes: {featureGates: {TTLAfterFinished: true}}}',
  ],
  [
    'kubekey-known-feature-gates',
    'a removed feature gate of the kubelet',
    'spec: {kubernetes: {kubeletConfiguration: {featureGates: {DynamicKubeletConfig: true}}}}',
  ],
  // Roles
  [
    'kubekey-roles-name-hosts',
    'an unknown host',
    'spec: {roleGroups: {worker: [node2, node3, node4]}}',
  ],
  ['kubekey-roles-name-hosts', 'a misspelt host', 'spec: {roleGroups: {worker: [node2, nod3]}}'],
  [
    'kubekey-has-roles',
    'no control plane',
    'spec: {roleGroups: {control-plane: null, etcd: [node1]}}',
  ],
  ['kubekey-has-roles', 'no etcd', 'spec: {roleGroups: {etcd: []}}'],
  ['kubekey-has-roles', 'no hosts', 'spec: {hosts: null}'],
  ['kubekey-has-roles', 'no spec', 'spec: null'],
  [
    'kubekey-known-groups',
    'a misspelt group',
    'spec: {roleGroups: {worker: null, wroker: [node2, node3]}}',
  ],
  [
    'kubekey-known-groups',
    'a group with a capital',
    'spec: {roleGroups: {worker: null, Worker: [node2, node3]}}',
  ],
  ['kubekey-hosts-have-roles', 'a host in no group', 'spec: {roleGroups: {worker: [node2]}}'],
  [
    'kubekey-unique-members',
    'a host twice in a group',
    'spec: {roleGroups: {worker: [node2, node3, node2]}}',
  ],
  [
    'kubekey-one-control-plane-group',
    'a host in master and control-plane',
    'spec: {roleGroups: {master: [node1]}}',
  ],
  [
    'kubekey-one-control-plane-group',
    'a control plane over two groups',
    'spec: {roleGroups: {master: [node2], worker: [node3]}, controlPlaneEndpoint: {internalLoadbalancer: haproxy}}',
  ],
  [
    'kubekey-first-control-plane',
    'control planes in another order',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node2, node1, node3]}, controlPlaneEndpoint: {internalLoadbalancer: haproxy}}',
  ],
  [
    'kubekey-first-control-plane',
    'etcd without the first control plane',
    'spec: {roleGroups: {control-plane: [node1, node2], etcd: [node2], worker: [node3]}, controlPlaneEndpoint: {internalLoadbalancer: haproxy}}',
  ],
  [
    'kubekey-valid-host-range',
    'a range with leading zeros',
    'spec: {roleGroups: {worker: ["node[02:03]"]}}',
  ],
  [
    'kubekey-valid-host-range',
    'a range with something behind',
    'spec: {roleGroups: {worker: ["node[2:3].local"]}}',
  ],
  [
    'kubekey-valid-host-range',
    'a range that counts down',
    'spec: {roleGroups: {worker: ["node[3:2]"]}}',
  ],
  ['kubekey-valid-host-range', 'a range of letters', 'spec: {roleGroups: {worker: ["node[a:c]"]}}'],
  [
    'kubekey-valid-host-range',
    'a range with a dash',
    'spec: {roleGroups: {worker: ["node[2-3]"]}}',
  ],
  // Endpoint
  [
    'kubekey-balances-control-planes',
    'three control planes without a load balancer',
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}}',
  ],
  [
    'kubekey-balances-control-planes',
    "a control plane's own address",
    'spec: {roleGroups: {control-plane: [node1, node2, node3], etcd: [node1, node2, node3], worker: [node1, node2, node3]}, controlPlaneEndpoint: {address: 192.168.0.3}}',
  ],
  [
    'kubekey-haproxy-without-address',
    'haproxy with an address',
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: haproxy, address: 192.168.0.10}}',
  ],
  [
    'kubekey-haproxy-without-address',
    'haproxy with 127.0.0.1',
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: haproxy, address: 127.0.0.1}}',
  ],
  [
    'kubekey-kube-vip-address',
    'kube-vip without an address',
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: kube-vip}}',
  ],
  [
    'kubekey-kube-vip-address',
    "kube-vip with a node's address",
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.4}}',
  ],
  [
    'kubekey-valid-endpoint',
    'an endpoint that is a name',
    'spec: {controlPlaneEndpoint: {address: lb.example.com}}',
  ],
  [
    'kubekey-valid-endpoint',
    'another port without a load balancer',
    'spec: {controlPlaneEndpoint: {port: 8443}}',
  ],
  [
    'kubekey-valid-endpoint',
    'another port with haproxy',
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: haproxy, port: 8443}}',
  ],
  // Values
  ['kubekey-known-values', 'the plugin kube-ovn', 'spec: {network: {plugin: kube-ovn}}'],
  ['kubekey-known-values', 'the plugin Calico', 'spec: {network: {plugin: Calico}}'],
  [
    'kubekey-known-values',
    'the load balancer HAProxy',
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: HAProxy}}',
  ],
  [
    'kubekey-known-values',
    'the load balancer kubevip',
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: kubevip, address: 192.168.0.10}}',
  ],
  ['kubekey-known-values', 'the etcd type Kubeadm', 'spec: {etcd: {type: Kubeadm}}'],
  [
    'kubekey-known-values',
    'the container manager cri-o',
    'spec: {kubernetes: {containerManager: cri-o}}',
  ],
  [
    'kubekey-known-values',
    'the architecture x86_64',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, arch: x86_64}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  ['kubekey-known-values', 'the proxy mode IPVS', 'spec: {kubernetes: {proxyMode: IPVS}}'],
  [
    'kubekey-known-values',
    'the mode always of IPIP',
    'spec: {network: {calico: {ipipMode: always}}}',
  ],
  ['kubekey-known-values', 'a type that is no distribution', 'spec: {kubernetes: {type: rke2}}'],
  [
    'kubekey-calico-one-tunnel',
    'VXLAN beside the default IPIP',
    'spec: {network: {calico: {vxlanMode: Always}}}',
  ],
  [
    'kubekey-kube-ovn-gateway',
    'another Pod network with the default gateway',
    'spec: {network: {plugin: kubeovn, kubePodsCIDR: 10.244.0.0/16}}',
  ],
  [
    'kubekey-kube-ovn-ssl-needs-docker',
    'encrypted Kube-OVN with containerd',
    'spec: {network: {plugin: kubeovn, kubeovn: {enableSSL: true}}}',
  ],
  [
    'kubekey-audit-needs-renewal',
    'auditing without autoRenewCerts',
    'spec: {kubernetes: {autoRenewCerts: null, audit: {enabled: true}}}',
  ],
  [
    'kubekey-audit-needs-renewal',
    'auditing with autoRenewCerts false',
    'spec: {kubernetes: {autoRenewCerts: false, audit: {enabled: true}}}',
  ],
  [
    'kubekey-valid-component-args',
    'an argument with dashes',
    'spec: {kubernetes: {apiserverArgs: ["--audit-log-maxage=30"]}}',
  ],
  [
    'kubekey-valid-component-args',
    'an argument without a value',
    'spec: {kubernetes: {schedulerArgs: [profiling]}}',
  ],
  [
    'kubekey-valid-component-args',
    'an argument of the kubelet without dashes',
    'spec: {kubernetes: {kubeletArgs: ["root-dir=/data"]}}',
  ],
  [
    'kubekey-valid-component-args',
    'a flag of etcd',
    'spec: {etcd: {extraArgs: ["--max-txn-ops=256"]}}',
  ],
  // etcd, ports
  [
    'kubekey-valid-ports',
    'an SSH port out of range',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, port: 70000}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  ['kubekey-valid-ports', 'one port for etcd and its peers', 'spec: {etcd: {peerPort: 2379}}'],
  [
    'kubekey-external-etcd',
    'an external etcd without endpoints',
    'spec: {etcd: {type: external, external: {caFile: /a}}}',
  ],
  [
    'kubekey-external-etcd',
    'an external etcd without its authority',
    'spec: {etcd: {type: external, external: {endpoints: ["https://10.0.0.5:2379"], certFile: /c, keyFile: /k}}}',
  ],
  // Registry
  [
    'kubekey-valid-registry',
    'a private registry with a scheme',
    'spec: {registry: {privateRegistry: "https://harbor.local"}}',
  ],
  [
    'kubekey-valid-registry',
    'an insecure registry with a scheme',
    'spec: {registry: {insecureRegistries: ["http://10.0.0.5:5000"]}}',
  ],
  [
    'kubekey-valid-registry',
    'a mirror without a scheme',
    'spec: {registry: {registryMirrors: [docker.1ms.run]}}',
  ],
  [
    'kubekey-valid-registry',
    'a namespace without a registry',
    'spec: {registry: {privateRegistry: "", namespaceOverride: kubesphereio}}',
  ],
  [
    'kubekey-valid-auths',
    'credentials under a URL',
    'spec: {registry: {privateRegistry: harbor.local, auths: {"https://harbor.local": {username: u, password: p}}}}',
  ],
  [
    'kubekey-valid-auths',
    'credentials under another port',
    'spec: {registry: {privateRegistry: "harbor.local:5000", auths: {harbor.local: {username: u, password: p}}}}',
  ],
  [
    'kubekey-valid-auths',
    'a user without a password',
    'spec: {registry: {auths: {harbor.local: {username: u}}}}',
  ],
  [
    'kubekey-no-remote-mirrors',
    'remote mirrors',
    'spec: {registry: {remoteMirrors: {docker.io: {endpoint: "https://docker.1ms.run"}}}}',
  ],
  [
    'kubekey-harbor-needs-amd64',
    'Harbor on arm64',
    'spec: {hosts: [{name: node1, address: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}, {name: hub, address: 192.168.0.5, arch: arm64}], roleGroups: {registry: [hub]}, registry: {type: harbor}}',
  ],
  // Dead fields, scripts, add-ons
  [
    'kubekey-fields-have-effect',
    'retries of an add-on',
    'spec: {addons: [{name: nfs, retries: 3, sources: {yaml: {path: [/a.yaml]}}}]}',
  ],
  [
    'kubekey-fields-have-effect',
    'direct routing of Flannel',
    'spec: {network: {plugin: flannel, flannel: {directRouting: true}}}',
  ],
  [
    'kubekey-fields-have-effect',
    'arguments of kube-proxy',
    'spec: {kubernetes: {kubeProxyArgs: ["--v=4"]}}',
  ],
  [
    'kubekey-fields-have-effect',
    'Kata with Docker',
    'spec: {kubernetes: {version: v1.22.0, containerManager: docker, kata: {enabled: true}}}',
  ],
  [
    'kubekey-fields-have-effect',
    'settings of another plugin',
    'spec: {network: {plugin: flannel, calico: {vethMTU: 1440}}}',
  ],
  [
    'kubekey-fields-have-effect',
    'time servers where the system is left alone',
    'spec: {system: {skipConfigureOS: true, ntpServers: [ntp.example.com]}}',
  ],
  [
    'kubekey-valid-scripts',
    'an empty script',
    'spec: {system: {preInstall: [{name: a, bash: ""}]}}',
  ],
  [
    'kubekey-valid-scripts',
    'a script for an unknown role',
    'spec: {system: {preInstall: [{name: a, bash: ls, role: workers}]}}',
  ],
  ['kubekey-valid-addons', 'an add-on without sources', 'spec: {addons: [{name: nfs}]}'],
  [
    'kubekey-valid-addons',
    'a chart without a name',
    'spec: {addons: [{name: nfs, sources: {chart: {repo: "https://charts.example.com"}}}]}',
  ],
  [
    'kubekey-valid-addons',
    'two add-ons with one name',
    'spec: {addons: [{name: nfs, sources: {yaml: {path: [/a.yaml]}}}, {name: nfs, sources: {yaml: {path: [/b.yaml]}}}]}',
  ],
  [
    'kubekey-kubesphere-version',
    'KubeSphere 4',
    'spec: {kubesphere: {enabled: true, version: v4.1.3}}',
  ],
  [
    'kubekey-kubesphere-version',
    'a Kubernetes too new for KubeSphere',
    'spec: {kubernetes: {version: v1.28.0}, kubesphere: {enabled: true, version: v3.4.1}}',
  ],
  [
    'kubekey-reaches-hosts',
    'a key path with a variable',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, privateKeyPath: $HOME/.ssh/id_rsa}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
  [
    'kubekey-reaches-hosts',
    'a public key',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, privateKeyPath: ~/.ssh/id_rsa.pub}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
];

test('the table holds at least 80 faults', () => {
  expect(broken.length).toBeGreaterThanOrEqual(80);
});

test.each(broken)('%s reports %s, and no other check an error', (check, _fault, change) => {
  const found = errorsIn(cluster(change));
  expect([...new Set(found.map((line) => line.split(' ')[0]))]).toEqual([check]);
});

const warned: readonly (readonly [check: string, fault: string, change: string])[] = [
  ['kubekey-odd-etcd', 'two members of etcd', 'spec: {roleGroups: {etcd: [node1, node2]}}'],
  [
    'kubekey-has-roles',
    'no workers',
    'spec: {roleGroups: {worker: null, control-plane: [node1, node2, node3]}, controlPlaneEndpoint: {internalLoadbalancer: haproxy}}',
  ],
  ['kubekey-valid-version', 'no version', 'spec: {kubernetes: {version: null}}'],
  ['kubekey-known-values', 'the plugin none', 'spec: {network: {plugin: none}}'],
  [
    'kubekey-known-groups',
    'a custom group that no script uses',
    'spec: {roleGroups: {storage: [node3]}}',
  ],
  [
    'kubekey-installs-container-manager',
    'docker since Kubernetes 1.24',
    'spec: {kubernetes: {containerManager: docker}}',
  ],
  ['kubekey-installs-container-manager', 'crio', 'spec: {kubernetes: {containerManager: crio}}'],
  [
    'kubekey-kube-vip-excludes-address',
    'kube-vip with IPVS',
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 192.168.0.10}}',
  ],
  [
    'kubekey-kube-vip-address',
    'kube-vip far from its hosts',
    'spec: {controlPlaneEndpoint: {internalLoadbalancer: kube-vip, address: 10.9.0.10}, kubernetes: {proxyMode: iptables}}',
  ],
  ['kubekey-needs-chrony', 'time servers', 'spec: {system: {ntpServers: [ntp.example.com]}}'],
  ['kubekey-etcd-directories', 'another folder for etcd', 'spec: {etcd: {dataDir: /data/etcd}}'],
  [
    'kubekey-valid-api-version',
    'an older version of the format',
    'apiVersion: kubekey.kubesphere.io/v1alpha1',
  ],
  ['kubekey-one-registry', 'two registry hosts', 'spec: {roleGroups: {registry: [node2, node3]}}'],
  [
    'kubekey-reaches-hosts',
    'a user that needs sudo',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, user: ubuntu}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
];

test.each(warned)('%s warns of %s, and no check reports an error', (check, _fault, change) => {
  const found = find(checks, cluster(change));
  expect(found.map((finding) => [finding.check, finding.severity])).toEqual([[check, 'warning']]);
});
