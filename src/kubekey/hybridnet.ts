/** Settings of Hybridnet; read only with `plugin: 'hybridnet'`. */
export interface KubeKeyHybridnet {
  /**
   * Kind of network for pods that name none: `Overlay` or `Underlay`.
   *
   * @default - Hybridnet's own
   */
  readonly defaultNetworkType?: string;
  /**
   * Whether NetworkPolicies apply.
   *
   * @default true
   */
  readonly enableNetworkPolicy?: boolean;
  /**
   * Whether KubeKey creates a network for the pods.
   *
   * @default true
   */
  readonly init?: boolean;
  /**
   * Interfaces of the node for VXLAN, with commas between.
   *
   * @default - Hybridnet's own
   */
  readonly preferVxlanInterfaces?: string;
  /**
   * Interfaces of the node for VLAN, with commas between.
   *
   * @default - Hybridnet's own
   */
  readonly preferVlanInterfaces?: string;
  /**
   * Interfaces of the node for BGP, with commas between.
   *
   * @default - Hybridnet's own
   */
  readonly preferBGPInterfaces?: string;
  /**
   * Networks that KubeKey creates.
   *
   * @default - one overlay network of `kubePodsCIDR`
   */
  readonly networks?: readonly KubeKeyHybridnetNetwork[];
}

/** A network of Hybridnet. */
export interface KubeKeyHybridnetNetwork {
  /** Name of the network. */
  readonly name: string;
  /**
   * Number of the network: of its VLAN or VXLAN.
   *
   * @default - none
   */
  readonly netID?: number;
  /**
   * Kind of network: `Overlay` or `Underlay`.
   *
   * @default - Hybridnet's own
   */
  readonly type?: string;
  /**
   * How it is built: `VXLAN`, `VLAN`, `BGP` or `GlobalBGP`.
   *
   * @default - Hybridnet's own
   */
  readonly mode?: string;
  /**
   * Labels of the nodes that belong to it.
   *
   * @default - all nodes
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Its ranges of addresses.
   *
   * @default - none
   */
  readonly subnets?: readonly KubeKeyHybridnetSubnet[];
}

/** A range of addresses of a network of Hybridnet. */
export interface KubeKeyHybridnetSubnet {
  /** Name of the subnet. */
  readonly name: string;
  /**
   * Number of the subnet's VLAN.
   *
   * @default - the network's
   */
  readonly netID?: number;
  /** Its addresses, as a CIDR. */
  readonly cidr: string;
  /**
   * Its gateway.
   *
   * @default - none
   */
  readonly gateway?: string;
  /**
   * First address that pods get.
   *
   * @default - the first of the CIDR
   */
  readonly start?: string;
  /**
   * Last address that pods get.
   *
   * @default - the last of the CIDR
   */
  readonly end?: string;
  /**
   * Addresses that only pods get that ask for them.
   *
   * @default - none
   */
  readonly reservedIPs?: readonly string[];
  /**
   * Addresses that no pod gets.
   *
   * @default - none
   */
  readonly excludeIPs?: readonly string[];
}
