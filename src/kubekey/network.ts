import type { KubeKeyCalico } from './calico';
import type { KubeKeyHybridnet } from './hybridnet';
import type { KubeKeyKubeOvn } from './kube-ovn';

/** The network of pods and Services. */
export interface KubeKeyNetwork {
  /**
   * Network plugin. `none` installs none: the nodes stay NotReady until you install your own.
   * kk 3 takes every word it doesn't know for none, `kube-ovn` and `Calico` too.
   *
   * @default calico
   */
  readonly plugin?: 'calico' | 'flannel' | 'cilium' | 'kubeovn' | 'hybridnet' | 'none';
  /**
   * Addresses of the pods as a CIDR; for dual stack IPv4 and IPv6 with a comma between, IPv4 first, no space.
   * It must touch neither the Services' nor the hosts' networks.
   *
   * @default 10.233.64.0/18
   */
  readonly kubePodsCIDR?: string;
  /**
   * Addresses of the Services as a CIDR, in the same form. An invalid one makes kk 3 panic.
   *
   * @default 10.233.0.0/18
   */
  readonly kubeServiceCIDR?: string;
  /**
   * Settings of Calico.
   *
   * @default - KubeKey's own
   */
  readonly calico?: KubeKeyCalico;
  /**
   * Settings of Flannel.
   *
   * @default - KubeKey's own
   */
  readonly flannel?: KubeKeyFlannel;
  /**
   * Settings of Kube-OVN.
   *
   * @default - KubeKey's own
   */
  readonly kubeovn?: KubeKeyKubeOvn;
  /**
   * Multus: several networks for one pod. It needs one of the plugins beside it.
   *
   * @default - off, written as `enabled: false`
   */
  readonly multusCNI?: KubeKeyMultus;
  /**
   * Settings of Hybridnet.
   *
   * @default - KubeKey's own
   */
  readonly hybridnet?: KubeKeyHybridnet;
}

/** Settings of Flannel. */
export interface KubeKeyFlannel {
  /**
   * How packets travel between the nodes, such as `vxlan` or `host-gw`.
   *
   * @default vxlan
   */
  readonly backendMode?: string;
  /**
   * Whether nodes of one network reach each other directly. No version of kk 3 reads it.
   *
   * @default false
   */
  readonly directRouting?: boolean;
}

/** Multus. */
export interface KubeKeyMultus {
  /**
   * Whether it is installed.
   *
   * @default false
   */
  readonly enabled?: boolean;
}
