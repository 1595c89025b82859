/**
 * KubeSphere 2 and 3, which kk 3 installs by itself. KubeSphere 3.4.1 needs Kubernetes v1.21 to v1.26.
 *
 * KubeSphere 4 is a Helm chart and so an add-on: see `KubeSphere`.
 */
export interface KubeKeyKubeSphere {
  /**
   * Whether KubeSphere is installed.
   *
   * @default false
   */
  readonly enabled?: boolean;
  /**
   * Version, v2.1.1 to v3.4.1.
   *
   * @default - none
   */
  readonly version?: string;
  /**
   * KubeSphere's own configuration: the text of its ClusterConfiguration.
   *
   * @default - none
   */
  readonly configurations?: string;
}
