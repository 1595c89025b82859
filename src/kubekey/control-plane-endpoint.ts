/** Where the API server is reached: by the nodes, and by everybody else. */
export interface KubeKeyControlPlaneEndpoint {
  /**
   * Load balancer that KubeKey sets up inside the cluster: `haproxy` on each worker, or `kube-vip`,
   * which holds the virtual IP `address` on the control planes. KubeKey reads any other spelling as none.
   *
   * @default - none: several control planes then need a load balancer of your own at `address`
   */
  readonly internalLoadbalancer?: 'haproxy' | 'kube-vip';
  /**
   * Name of the API server. KubeKey writes it to `/etc/hosts` of every node.
   *
   * @default lb.kubesphere.local
   */
  readonly domain?: string;
  /**
   * Whether your own DNS resolves `domain`. KubeKey then takes no address by itself and doesn't warn;
   * it still writes the first control plane's address for `domain` to `/etc/hosts`.
   *
   * @default false
   */
  readonly externalDNS?: boolean;
  /**
   * Address of the load balancer: the virtual IP for `kube-vip`, or your own load balancer's.
   * With `haproxy` it must stay empty: KubeKey would stop, and still exit with 0.
   *
   * @default - empty: KubeKey takes the first control plane's internal IPv4 address
   */
  readonly address?: string;
  /**
   * Port of the endpoint, 1-65535. The API servers themselves, haproxy and kube-vip always listen on 6443,
   * so another port needs a load balancer of your own that forwards it.
   *
   * @default 6443
   */
  readonly port?: number;
  /**
   * Settings of kube-vip; read only with `internalLoadbalancer: 'kube-vip'`.
   *
   * @default - ARP mode
   */
  readonly kubevip?: KubeKeyKubeVip;
}

/** Settings of kube-vip. */
export interface KubeKeyKubeVip {
  /**
   * How the virtual IP is announced: `ARP` within one network, `BGP` to routers.
   *
   * @default ARP
   */
  readonly mode?: 'ARP' | 'BGP';
}
