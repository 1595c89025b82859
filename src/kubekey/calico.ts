/** Settings of Calico; read only with `plugin: 'calico'`. */
export interface KubeKeyCalico {
  /**
   * When packets between nodes are wrapped in IP-in-IP. Set it to `Never` where `vxlanMode` isn't.
   *
   * @default Always
   */
  readonly ipipMode?: 'Always' | 'CrossSubnet' | 'Never';
  /**
   * How Calico finds each node's address, such as `interface=eth0` or `can-reach=192.168.0.1`.
   *
   * @default - Calico's own: the first one found
   */
  readonly ipAutoDetectionMethod?: string;
  /**
   * When packets between nodes are wrapped in VXLAN. Where it isn't `Never`, `ipipMode` must be.
   *
   * @default Never
   */
  readonly vxlanMode?: 'Always' | 'CrossSubnet' | 'Never';
  /**
   * MTU of the pods' interfaces, in bytes; 0 lets Calico find it.
   *
   * @default 0
   */
  readonly vethMTU?: number;
  /**
   * Whether pods reach IPv4 addresses outside the cluster with their node's address.
   *
   * @default true
   */
  readonly ipv4NatOutgoing?: boolean;
  /**
   * Whether pods reach IPv6 addresses outside the cluster with their node's address.
   *
   * @default false
   */
  readonly ipv6NatOutgoing?: boolean;
  /**
   * Whether Calico's address pool is created from `kubePodsCIDR`.
   *
   * @default true
   */
  readonly defaultIPPOOL?: boolean;
  /**
   * Typha, which stands between Calico's agents and the API server in large clusters.
   *
   * @default - off up to 50 nodes, on above
   */
  readonly typha?: KubeKeyTypha;
  /**
   * Calico's controllers.
   *
   * @default - KubeKey's own
   */
  readonly controller?: KubeKeyCalicoController;
}

/** Calico's Typha. */
export interface KubeKeyTypha {
  /**
   * Number of its pods.
   *
   * @default - KubeKey's own
   */
  readonly replicas?: number;
  /**
   * Labels of the nodes that may run it.
   *
   * @default - any node
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Whether it is installed. KubeKey turns it on above 50 nodes, whatever is said here.
   *
   * @default false
   */
  readonly enabled?: boolean;
}

/** Calico's controllers. */
export interface KubeKeyCalicoController {
  /**
   * Number of their pods.
   *
   * @default - KubeKey's own
   */
  readonly replicas?: number;
  /**
   * Labels of the nodes that may run them.
   *
   * @default - any node
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
}
