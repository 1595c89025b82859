/** Settings of Kube-OVN; read only with `plugin: 'kubeovn'`. */
export interface KubeKeyKubeOvn {
  /**
   * Whether its databases speak TLS. KubeKey calls docker to make the certificates, whatever the container manager is.
   *
   * @default false
   */
  readonly enableSSL?: boolean;
  /**
   * Addresses of the network between nodes and pods, as a CIDR that touches no other network.
   *
   * @default 100.64.0.0/16
   */
  readonly joinCIDR?: string;
  /**
   * Label of the nodes that run its databases.
   *
   * @default node-role.kubernetes.io/control-plane
   */
  readonly label?: string;
  /**
   * How packets travel between the nodes: `geneve`, `vxlan` or `stt`.
   *
   * @default geneve
   */
  readonly tunnelType?: string;
  /**
   * The `ipFamilyPolicy` of its Services, for dual stack.
   *
   * @default - none
   */
  readonly svcYamlIpfamilypolicy?: string;
  /**
   * Packets past the kernel, by DPDK.
   *
   * @default - off
   */
  readonly dpdk?: KubeKeyDpdk;
  /**
   * Settings of the pod `ovs-ovn` on each node.
   *
   * @default - KubeKey's own
   */
  readonly 'ovs-ovn'?: KubeKeyOvsOvn;
  /**
   * Settings of its controller.
   *
   * @default - KubeKey's own
   */
  readonly 'kube-ovn-controller'?: KubeKeyKubeOvnController;
  /**
   * Settings of its agent on each node.
   *
   * @default - KubeKey's own
   */
  readonly 'kube-ovn-cni'?: KubeKeyKubeOvnCni;
  /**
   * Settings of the pod that watches the network.
   *
   * @default - KubeKey's own
   */
  readonly 'kube-ovn-pinger'?: KubeKeyKubeOvnPinger;
}

/** DPDK for Kube-OVN. */
export interface KubeKeyDpdk {
  /**
   * Whether it is used.
   *
   * @default false
   */
  readonly dpdkMode?: boolean;
  /**
   * Interface for the tunnel.
   *
   * @default br-phy
   */
  readonly dpdkTunnelIface?: string;
  /**
   * Version of DPDK.
   *
   * @default 19.11
   */
  readonly dpdkVersion?: string;
}

/** Kube-OVN's pod `ovs-ovn`. */
export interface KubeKeyOvsOvn {
  /**
   * Whether packets are handled by the network card.
   *
   * @default false
   */
  readonly hwOffload?: boolean;
}

/** Kube-OVN's controller. */
export interface KubeKeyKubeOvnController {
  /**
   * Gateway of the pods: an address of `kubePodsCIDR`. The default doesn't follow when that changes.
   *
   * @default 10.233.64.1
   */
  readonly podGateway?: string;
  /**
   * Whether a pod waits until its gateway answers.
   *
   * @default true
   */
  readonly checkGateway?: boolean;
  /**
   * Whether the gateway is one of Kube-OVN's own instead of the network's.
   *
   * @default false
   */
  readonly logicalGateway?: boolean;
  /**
   * Addresses of `kubePodsCIDR` that no pod gets, such as `10.233.64.2..10.233.64.10`.
   *
   * @default - none
   */
  readonly excludeIps?: string;
  /**
   * Kind of the pods' network.
   *
   * @default geneve
   */
  readonly networkType?: 'geneve' | 'vlan';
  /**
   * Interface of the node for VLANs.
   *
   * @default - none
   */
  readonly vlanInterfaceName?: string;
  /**
   * Number of the VLAN, as text.
   *
   * @default 100
   */
  readonly vlanID?: string;
  /**
   * Kind of the pods' interfaces.
   *
   * @default veth-pair
   */
  readonly podNicType?: string;
  /**
   * Whether Kube-OVN balances Services by itself.
   *
   * @default true
   */
  readonly enableLB?: boolean;
  /**
   * Whether NetworkPolicies apply.
   *
   * @default true
   */
  readonly enableNP?: boolean;
  /**
   * Whether pods can have addresses of their own outside the cluster.
   *
   * @default true
   */
  readonly enableEipSnat?: boolean;
  /**
   * Whether virtual private networks outside the cluster are watched.
   *
   * @default true
   */
  readonly enableExternalVPC?: boolean;
}

/** Kube-OVN's agent on each node. */
export interface KubeKeyKubeOvnCni {
  /**
   * Whether the pods' traffic is copied to an interface of the node.
   *
   * @default false
   */
  readonly enableMirror?: boolean;
  /**
   * Interface of the node for the pods' network.
   *
   * @default - the one of the default route
   */
  readonly iface?: string;
  /**
   * Number in front of its configuration's name: the lowest one of a node is used. As text.
   *
   * @default 01
   */
  readonly CNIConfigPriority?: string;
  /**
   * Kernel modules that it loads.
   *
   * @default kube_ovn_fastpath.ko
   */
  readonly modules?: string;
  /**
   * Packages that it installs.
   *
   * @default openvswitch-kmod
   */
  readonly RPMs?: string;
}

/** Kube-OVN's pod that watches the network. */
export interface KubeKeyKubeOvnPinger {
  /**
   * Address outside the cluster that it pings.
   *
   * @default 114.114.114.114
   */
  readonly pingerExternalAddress?: string;
  /**
   * Name outside the cluster that it resolves.
   *
   * @default - none
   */
  readonly pingerExternalDomain?: string;
}
