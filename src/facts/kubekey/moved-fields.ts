/**
 * Keys that people write in a Cluster and that KubeKey doesn't know, each with the field that does what they mean.
 *
 * Source: KubeKey's own older formats (v1alpha1, and v1alpha2 up to v2.3) and the samples in its issues.
 */
export const movedFields: Readonly<Record<string, string>> = {
  'metadata.spec': 'spec',
  'spec.version': 'spec.kubernetes.version',
  'spec.roles': 'spec.roleGroups',
  'spec.hosts.ip': 'spec.hosts.address',
  'spec.hosts.hostname': 'spec.hosts.name',
  'spec.hosts.username': 'spec.hosts.user',
  'spec.hosts.role': 'spec.roleGroups',
  'spec.hosts.roles': 'spec.roleGroups',
  'spec.network.enableMultusCNI': 'spec.network.multusCNI.enabled',
  'spec.registry.plainHTTP': 'spec.registry.auths.<key>.plainHTTP',
  'spec.registry.skipTLSVerify': 'spec.registry.auths.<key>.skipTLSVerify',
  'spec.kubernetes.containerRuntime': 'spec.kubernetes.containerManager',
  'spec.kubernetes.container_runtime': 'spec.kubernetes.containerManager',
  'spec.kubernetes.podCIDR': 'spec.network.kubePodsCIDR',
  'spec.kubernetes.serviceCIDR': 'spec.network.kubeServiceCIDR',
  'spec.network.cni': 'spec.network.plugin',
  'spec.network.podCIDR': 'spec.network.kubePodsCIDR',
  'spec.network.serviceCIDR': 'spec.network.kubeServiceCIDR',
};
