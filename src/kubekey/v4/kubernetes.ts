import { show } from '../../errors';
import { fieldsAt, textAt } from '../../manifest/fields';
import { at, type Fields } from '../../manifest/manifest';
import type { Draft } from './draft';

/** Kubernetes and the network as far as one field doesn't simply become another. */
export function writeKubernetes(draft: Draft, spec: Fields): void {
  const kubernetes = fieldsAt(spec, 'kubernetes');
  refuseUnknown(draft, spec, kubernetes);
  writeFeatureGates(draft, fieldsAt(kubernetes, 'featureGates'));
  const { mode, clusterCIDR, apiVersion, kind, ...proxy } = fieldsAt(
    kubernetes,
    'kubeProxyConfiguration',
  );
  draft.set('kubernetes.kube_proxy.mode', mode);
  if (Object.keys(proxy).length > 0) draft.set('kubernetes.kube_proxy.config', proxy);
  if (clusterCIDR !== undefined) {
    const fix = 'kk 4 writes network.kubePodsCIDR there: leave it out.';
    draft.lose('kubernetes.kubeProxyConfiguration.clusterCIDR', fix);
  }
  if (textAt(spec, 'network', 'kubePodsCIDR')?.includes(':') === true) {
    draft.keep('cni.ipv6_mask_size', 120);
  }
  writePlugin(draft, textAt(spec, 'network', 'plugin') ?? 'calico');
}

/** kk 4 has templates for these versions; it takes v1.34.3 where the version is missing. */
const oldest = 23;
const newest = 34;

function refuseUnknown(draft: Draft, spec: Fields, kubernetes: Fields): void {
  const version = String(kubernetes['version']);
  const [, minor, suffix] = /^v?1\.(\d+)\.\d+(?:-(.*))?$/.exec(version) ?? [];
  const number = Number(minor);
  if (minor === undefined || number < oldest || number > newest) {
    draft.refuse(
      `kk 4 doesn't install kubernetes.version ${show(version)}`,
      `Use a version from v1.${oldest} to v1.${newest}, such as "v1.34.3".`,
    );
  }
  const type = suffix ?? textAt(kubernetes, 'type') ?? 'kubernetes';
  if (type !== 'kubernetes') {
    draft.refuse(
      `kk 4 installs Kubernetes only, got ${show(type)}`,
      'Stay with kk 3 for k3s and k8e.',
    );
  }
  const manager = textAt(kubernetes, 'containerManager');
  if (manager !== undefined && manager !== 'docker' && manager !== 'containerd') {
    draft.refuse(
      `kk 4 doesn't know kubernetes.containerManager ${show(manager)}`,
      'Use "containerd" or "docker".',
    );
  }
  if (at(spec, 'etcd', 'type') === 'external') {
    draft.refuse(
      'kk 4 has no etcd that somebody else runs, got etcd.type "external"',
      'Use "kubekey" for a service on the hosts or "kubeadm" for pods. (What kk 4 calls external is the former.)',
    );
  }
}

/** kk 3 gives the gates to all components; kk 4 has a field for the kubelet, and arguments for the others. */
function writeFeatureGates(draft: Draft, gates: Fields): void {
  const entries = Object.entries(gates);
  if (entries.length === 0) return;
  draft.set('kubernetes.kubelet.feature_gates', gates);
  const argument = entries.map(([gate, on]) => `${gate}=${String(on)}`).join(',');
  for (const component of ['apiserver', 'controller_manager', 'scheduler']) {
    draft.keep(`kubernetes.${component}.extra_args.feature-gates`, argument);
  }
}

/**
 * kk 4.0.6 lists Kube-OVN as `kube-ovn` in its check, and installs it as `kubeovn`: neither word works alone.
 * The list is a variable, so it is written with the word that installs it.
 */
function writePlugin(draft: Draft, plugin: string): void {
  draft.set('cni.type', plugin);
  if (plugin === 'kubeovn') draft.set('cluster_require.require_network_plugin', ['kubeovn']);
}
