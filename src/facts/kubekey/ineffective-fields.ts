/** A field of a Cluster that does nothing, always or without another field. */
export interface IneffectiveField {
  /** Path of the field, with everything below it. */
  readonly path: string;
  /**
   * What makes it work: fields, each with the values that do.
   *
   * @default - nothing does
   */
  readonly unless?: readonly (readonly [field: string, ...values: string[]])[];
  /** Why it does nothing, as the rest of a sentence that begins with "KubeKey". */
  readonly because: string;
}

/**
 * Fields that KubeKey reads and does nothing with.
 *
 * Source: KubeKey v3.1.12 (commit 17c1df86): the tasks and templates that use the fields, or don't.
 */
export const ineffectiveFields: readonly IneffectiveField[] = [
  { path: 'spec.network.flannel.directRouting', because: 'never reads it' },
  { path: 'spec.addons[].retries', because: 'never reads it' },
  { path: 'spec.addons[].delay', because: 'never reads it' },
  {
    path: 'spec.addons[].sources.chart.wait',
    because: 'ignores it on a first installation, where it would matter',
  },
  {
    path: 'spec.kubernetes.kubeProxyArgs',
    unless: [['spec.kubernetes.type', 'k3s', 'k8e']],
    because: 'reads it for k3s and k8e only; kubeProxyConfiguration is what it reads here',
  },
  {
    path: 'spec.kubernetes.kata.enabled',
    unless: [['spec.kubernetes.containerManager', 'containerd', 'crio']],
    because: 'installs Kata with containerd and crio only',
  },
  {
    path: 'spec.kubernetes.nvidiaRuntime',
    unless: [['spec.kubernetes.containerManager', 'containerd']],
    because: 'sets up the NVIDIA runtime with containerd only',
  },
  {
    path: 'spec.controlPlaneEndpoint.kubevip',
    unless: [['spec.controlPlaneEndpoint.internalLoadbalancer', 'kube-vip']],
    because: 'reads it only where internalLoadbalancer is kube-vip',
  },
  {
    path: 'spec.etcd.external',
    unless: [['spec.etcd.type', 'external']],
    because: 'reads it only where etcd.type is external',
  },
  {
    path: 'spec.registry.bridgeIP',
    unless: [['spec.kubernetes.containerManager', 'docker']],
    because: 'writes it into the configuration of Docker only',
  },
  {
    path: 'spec.system.ntpServers',
    unless: [['spec.system.skipConfigureOS', 'false']],
    because: 'does not set the time where skipConfigureOS is true',
  },
  {
    path: 'spec.system.timezone',
    unless: [['spec.system.skipConfigureOS', 'false']],
    because: 'does not set the time zone where skipConfigureOS is true',
  },
  {
    path: 'spec.network.multusCNI.enabled',
    unless: [['spec.network.plugin', 'calico', 'flannel', 'cilium', 'kubeovn', 'hybridnet']],
    because: 'installs Multus only together with a network plugin of its own',
  },
  ...['calico', 'flannel', 'kubeovn', 'hybridnet'].map((plugin): IneffectiveField => ({
    path: `spec.network.${plugin}`,
    unless: [['spec.network.plugin', plugin]],
    because: `reads it only where network.plugin is ${plugin}`,
  })),
];
