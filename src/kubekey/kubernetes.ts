/** A piece of configuration that is passed on as it is. */
export type KubeKeyFreeConfig = Readonly<Record<string, unknown>>;

/** Kubernetes itself. */
export interface KubeKeyKubernetes {
  /**
   * Which Kubernetes it is. The end of `version` decides as well (`v1.21.4-k3s`), and wins.
   *
   * @default kubernetes
   */
  readonly type?: 'kubernetes' | 'k3s' | 'k8e';
  /**
   * Version, such as `v1.26.4`, always of three numbers. kk 3 installs v1.19.0 to v1.33.4, kk 4 from v1.23.0 on;
   * kk 3 takes v1.23.17 without a word where it can't read the version.
   */
  readonly version: string;
  /**
   * Name of the cluster. Nodes are also known as `<host>.<clusterName>` in the hosts file.
   *
   * @default cluster.local
   */
  readonly clusterName?: string;
  /**
   * Domain of the cluster's own DNS names.
   *
   * @default cluster.local
   */
  readonly dnsDomain?: string;
  /**
   * Whether kube-proxy is left out, for network plugins that replace it.
   *
   * @default false
   */
  readonly disableKubeProxy?: boolean;
  /**
   * Whether kube-proxy masquerades all traffic to Services.
   *
   * @default false
   */
  readonly masqueradeAll?: boolean;
  /**
   * Pods that one node takes at most. `nodeCidrMaskSize` must leave addresses for them.
   *
   * @default 110
   */
  readonly maxPods?: number;
  /**
   * Processes that one pod may have.
   *
   * @default 10000
   */
  readonly podPidsLimit?: number;
  /**
   * Prefix length of each node's part of the pods' IPv4 range. With 24 and a /18 range there is room for 64 nodes.
   *
   * @default 24
   */
  readonly nodeCidrMaskSize?: number;
  /**
   * Prefix length of each node's part of the pods' IPv6 range.
   *
   * @default 120
   */
  readonly nodeCidrMaskSizeIPv6?: number;
  /**
   * Further names and addresses for the API server's certificate.
   *
   * @default - none
   */
  readonly apiserverCertExtraSans?: readonly string[];
  /**
   * How kube-proxy forwards Services. KubeKey hands it on; `nftables` needs a Kubernetes that knows it, v1.31 or later.
   *
   * @default ipvs
   */
  readonly proxyMode?: 'ipvs' | 'iptables' | 'nftables';
  /**
   * Whether the control planes renew their certificates by themselves before they expire.
   * KubeKey itself takes false where the field is missing; `kk create config` writes true, and so does this construct.
   *
   * @default true
   */
  readonly autoRenewCerts?: boolean;
  /**
   * Whether each node runs a DNS cache, at 169.254.25.10.
   *
   * @default true
   */
  readonly nodelocaldns?: boolean;
  /**
   * Container runtime. KubeKey installs `docker` and `containerd`; `crio` and `isula` must be on the nodes already.
   *
   * @default - `containerd` from v1.24 on, `docker` below, as `kk create config` writes it
   */
  readonly containerManager?: 'docker' | 'containerd' | 'crio' | 'isula';
  /**
   * Socket of the container runtime.
   *
   * @default - the container manager's usual one, such as `unix:///run/containerd/containerd.sock`
   */
  readonly containerRuntimeEndpoint?: string;
  /**
   * Node feature discovery: labels that tell each node's hardware.
   *
   * @default - off
   */
  readonly nodeFeatureDiscovery?: KubeKeyNodeFeatureDiscovery;
  /**
   * Kata containers: pods in light virtual machines. Only with containerd or crio.
   *
   * @default - off
   */
  readonly kata?: KubeKeyKata;
  /**
   * Arguments of the API server, each as `key=value` without dashes. One without `=` is dropped without a word.
   *
   * @default - none
   */
  readonly apiserverArgs?: readonly string[];
  /**
   * Arguments of the controller manager, each as `key=value` without dashes.
   *
   * @default - none
   */
  readonly controllerManagerArgs?: readonly string[];
  /**
   * Arguments of the scheduler, each as `key=value` without dashes.
   *
   * @default - none
   */
  readonly schedulerArgs?: readonly string[];
  /**
   * Flags of the kubelet, each WITH its dashes, such as `--root-dir=/data/kubelet`.
   *
   * @default - none
   */
  readonly kubeletArgs?: readonly string[];
  /**
   * Arguments of kube-proxy. Only k3s and k8e read them: use `kubeProxyConfiguration` for Kubernetes.
   *
   * @default - none
   */
  readonly kubeProxyArgs?: readonly string[];
  /**
   * Feature gates of all of Kubernetes' components. A gate that the version doesn't know keeps the kubelet from starting.
   *
   * @default - KubeKey's own: RotateKubeletServerCertificate
   */
  readonly featureGates?: Readonly<Record<string, boolean>>;
  /**
   * A part of the kubelet's KubeletConfiguration. Each key replaces KubeKey's whole value of that key:
   * an `evictionHard` of yours drops all of KubeKey's thresholds.
   *
   * @default - KubeKey's own
   */
  readonly kubeletConfiguration?: KubeKeyFreeConfig;
  /**
   * A part of kube-proxy's KubeProxyConfiguration. With kube-vip and ipvs the virtual IP belongs in `ipvs.excludeCIDRs`.
   *
   * @default - KubeKey's own
   */
  readonly kubeProxyConfiguration?: KubeKeyFreeConfig;
  /**
   * The API server's audit log. kk 3 only writes it while `autoRenewCerts` is true, and fails where that is missing.
   *
   * @default - off
   */
  readonly audit?: KubeKeyAudit;
  /**
   * Whether containerd gets a runtime named `nvidia`, for GPUs. The driver and NVIDIA's container toolkit must be there.
   *
   * @default false
   */
  readonly nvidiaRuntime?: boolean;
}

/** Node feature discovery. */
export interface KubeKeyNodeFeatureDiscovery {
  /**
   * Whether it is installed.
   *
   * @default false
   */
  readonly enabled?: boolean;
}

/** Kata containers. */
export interface KubeKeyKata {
  /**
   * Whether they are installed.
   *
   * @default false
   */
  readonly enabled?: boolean;
}

/** The API server's audit log. */
export interface KubeKeyAudit {
  /**
   * Whether it is written.
   *
   * @default false
   */
  readonly enabled?: boolean;
}
