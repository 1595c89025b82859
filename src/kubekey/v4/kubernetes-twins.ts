import type { Twin } from './twin';

/** Kubernetes itself. */
export const kubernetesTwins: Readonly<Record<string, Twin>> = {
  'kubernetes.type': { becomes: 'nothing: kk 4 installs Kubernetes only' },
  'kubernetes.version': {
    to: 'kubernetes.kube_version',
    as: (version) => (String(version).startsWith('v') ? version : `v${String(version)}`),
  },
  'kubernetes.clusterName': { to: 'kubernetes.cluster_name' },
  'kubernetes.dnsDomain': { to: 'dns.domain' },
  'kubernetes.disableKubeProxy': {
    to: 'kubernetes.skip_phases',
    as: (disabled) => (disabled === true ? ['addon/kube-proxy'] : undefined),
  },
  'kubernetes.masqueradeAll': { to: 'kubernetes.kube_proxy.config.iptables.masqueradeAll' },
  'kubernetes.maxPods': { to: 'kubernetes.kubelet.max_pods' },
  'kubernetes.podPidsLimit': { to: 'kubernetes.kubelet.pod_pids_limit' },
  'kubernetes.nodeCidrMaskSize': { to: 'cni.ipv4_mask_size' },
  'kubernetes.nodeCidrMaskSizeIPv6': { to: 'cni.ipv6_mask_size' },
  'kubernetes.apiserverCertExtraSans': { to: 'kubernetes.apiserver.certSANs' },
  'kubernetes.proxyMode': { to: 'kubernetes.kube_proxy.mode' },
  'kubernetes.autoRenewCerts': { to: 'kubernetes.certs.renew' },
  'kubernetes.nodelocaldns': { to: 'dns.nodelocaldns.enabled' },
  'kubernetes.containerManager': { to: 'cri.container_manager' },
  'kubernetes.containerRuntimeEndpoint': { to: 'cri.cri_socket' },
  'kubernetes.nodeFeatureDiscovery.enabled': {
    lost: 'Install node feature discovery by its Helm chart when the cluster is up.',
    unless: false,
  },
  'kubernetes.kata.enabled': {
    lost: 'Install Kata containers when the cluster is up.',
    unless: false,
  },
  'kubernetes.apiserverArgs': { to: 'kubernetes.apiserver.extra_args', as: argsByName },
  'kubernetes.controllerManagerArgs': {
    to: 'kubernetes.controller_manager.extra_args',
    as: argsByName,
  },
  'kubernetes.schedulerArgs': { to: 'kubernetes.scheduler.extra_args', as: argsByName },
  'kubernetes.kubeletArgs': { to: 'kubernetes.kubelet.extra_args', as: flagsByName },
  'kubernetes.kubeProxyArgs': {
    lost: 'kk 3 ignores it for Kubernetes, too: use kubernetes.kubeProxyConfiguration.',
  },
  'kubernetes.featureGates': { becomes: 'kubelet.feature_gates and the argument feature-gates' },
  'kubernetes.kubeletConfiguration': {
    lost: 'Write it as a kubeadm patch in v4.config.kubernetes.patches.',
  },
  'kubernetes.kubeProxyConfiguration': { becomes: 'kubernetes.kube_proxy.config and its mode' },
  'kubernetes.audit.enabled': { to: 'audit' },
  'kubernetes.nvidiaRuntime': {
    lost: 'Write the runtime in v4.config.cri.containerd.config.',
    unless: false,
  },
};

/** `key=value` as kk 3 wants it, by key: what has no `=` kk 3 drops. */
function argsByName(args: unknown): Readonly<Record<string, string>> {
  return byName(args, (arg) => arg.includes('='));
}

/** `--key=value` as the kubelet wants it, by key; a flag alone is `true`. */
function flagsByName(flags: unknown): Readonly<Record<string, string>> {
  return byName(flags, () => true);
}

function byName(list: unknown, keep: (arg: string) => boolean): Readonly<Record<string, string>> {
  const args = (Array.isArray(list) ? list : []).map(String).filter(keep);
  return Object.fromEntries(
    args.map((arg) => {
      const [, key = '', value = 'true'] = /^-*([^=]*)(?:=([^]*))?$/.exec(arg) ?? [];
      return [key, value];
    }),
  );
}
