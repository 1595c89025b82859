/** The values that KubeKey knows for a field, exactly as they must be spelled. */
export interface KnownValues {
  /** The values; the empty text, which stands for the default, is always allowed. */
  readonly values: readonly string[];
  /** What KubeKey does with any other value, as the rest of a sentence that begins with "KubeKey". */
  readonly otherwise: string;
}

/**
 * The fields of a Cluster that take one of a few values.
 *
 * Source: KubeKey v3.1.12 (commit 17c1df86), cmd/kk/apis/kubekey/v1alpha2 and the tasks that read the fields.
 */
export const clusterValues: Readonly<Record<string, KnownValues>> = {
  'spec.hosts[].arch': {
    values: ['amd64', 'arm64'],
    otherwise: 'stops with "Unsupported architecture" after it has logged in to the hosts',
  },
  'spec.controlPlaneEndpoint.internalLoadbalancer': {
    values: ['haproxy', 'kube-vip'],
    otherwise: 'sets up no load balancer and says nothing',
  },
  'spec.controlPlaneEndpoint.kubevip.mode': {
    values: ['ARP', 'BGP'],
    otherwise: 'takes ARP',
  },
  'spec.etcd.type': {
    values: ['kubekey', 'kubeadm', 'external'],
    otherwise: 'installs no etcd, and the API server gets no etcd to talk to',
  },
  'spec.etcd.metrics': {
    values: ['basic', 'extensive'],
    otherwise: 'hands it on, and etcd does not start',
  },
  'spec.etcd.logLevel': {
    values: ['debug', 'info', 'warn', 'error', 'panic', 'fatal'],
    otherwise: 'hands it on, and etcd does not start',
  },
  'spec.kubernetes.type': {
    values: ['kubernetes', 'k3s', 'k8e'],
    otherwise: 'installs plain Kubernetes and says nothing',
  },
  'spec.kubernetes.proxyMode': {
    values: ['ipvs', 'iptables', 'nftables'],
    otherwise: 'hands it on, and kube-proxy does not start',
  },
  'spec.kubernetes.containerManager': {
    values: ['docker', 'containerd', 'crio', 'isula'],
    otherwise: 'stops with "Unsupported container runtime" after all downloads',
  },
  'spec.network.plugin': {
    values: ['calico', 'flannel', 'cilium', 'kubeovn', 'hybridnet'],
    otherwise: 'installs no network plugin and says nothing, so no node becomes ready',
  },
  'spec.network.calico.ipipMode': {
    values: ['Always', 'CrossSubnet', 'Never'],
    otherwise: 'hands it on, and Calico refuses its address pool',
  },
  'spec.network.calico.vxlanMode': {
    values: ['Always', 'CrossSubnet', 'Never'],
    otherwise: 'hands it on, and Calico refuses its address pool',
  },
  'spec.network.flannel.backendMode': {
    values: ['vxlan', 'host-gw', 'udp', 'wireguard', 'ipip', 'ipsec'],
    otherwise: 'hands it on, and Flannel does not start',
  },
  'spec.network.kubeovn.tunnelType': {
    values: ['geneve', 'vxlan', 'stt'],
    otherwise: 'hands it on, and Kube-OVN does not start',
  },
  'spec.network.kubeovn.kube-ovn-controller.networkType': {
    values: ['geneve', 'vlan'],
    otherwise: 'hands it on, and Kube-OVN does not start',
  },
  'spec.registry.type': {
    values: ['harbor', 'harbor-ha', 'registry'],
    otherwise: 'sets up a plain Docker registry and says nothing',
  },
  'spec.registry.namespaceRewrite.policy': {
    values: ['changePrefix'],
    otherwise: 'rewrites nothing',
  },
};
