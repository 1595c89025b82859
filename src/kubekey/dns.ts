/** Name resolution in the cluster and on its nodes. */
export interface KubeKeyDns {
  /**
   * Lines in the form of a hosts file that CoreDNS answers from.
   *
   * @default - none
   */
  readonly dnsEtcHosts?: string;
  /**
   * Lines that are appended to `/etc/hosts` of each node.
   *
   * @default - none
   */
  readonly nodeEtcHosts?: string;
  /**
   * Settings of CoreDNS.
   *
   * @default - KubeKey's own
   */
  readonly coredns?: KubeKeyCoreDns;
  /**
   * Settings of the DNS cache on each node; whether there is one says `kubernetes.nodelocaldns`.
   *
   * @default - KubeKey's own
   */
  readonly nodelocaldns?: KubeKeyNodeLocalDns;
}

/** Settings of CoreDNS. */
export interface KubeKeyCoreDns {
  /**
   * Further lines for the main zone, in CoreDNS' own form.
   *
   * @default - none
   */
  readonly additionalConfigs?: string;
  /**
   * Zones that other name servers answer.
   *
   * @default - none
   */
  readonly externalZones?: readonly KubeKeyExternalZone[];
  /**
   * A `rewrite` block for the main zone, in CoreDNS' own form.
   *
   * @default - none
   */
  readonly rewriteBlock?: string;
  /**
   * Name servers that CoreDNS asks for everything outside the cluster.
   *
   * @default - those of the node, from /etc/resolv.conf
   */
  readonly upstreamDNSServers?: readonly string[];
}

/** Settings of the DNS cache on each node. */
export interface KubeKeyNodeLocalDns {
  /**
   * Zones that other name servers answer.
   *
   * @default - none
   */
  readonly externalZones?: readonly KubeKeyExternalZone[];
}

/** Zones that other name servers answer. */
export interface KubeKeyExternalZone {
  /** The zones, such as `example.com`. */
  readonly zones: readonly string[];
  /** Addresses of the name servers. */
  readonly nameservers: readonly string[];
  /**
   * Seconds that an answer is kept.
   *
   * @default - not kept
   */
  readonly cache?: number;
  /**
   * Rules that rewrite names before they are asked for, in CoreDNS' own form,
   * such as `name example.com example.org`.
   *
   * @default - none
   */
  readonly rewrite?: readonly string[];
}
