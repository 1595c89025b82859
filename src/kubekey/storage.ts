/** Storage of the cluster. */
export interface KubeKeyStorage {
  /**
   * Volumes in a folder of the node, by OpenEBS. kk 3 only installs it with `--with-local-storage` or with KubeSphere.
   *
   * @default - KubeKey's own
   */
  readonly openebs?: KubeKeyOpenEbs;
}

/** Volumes in a folder of the node. */
export interface KubeKeyOpenEbs {
  /**
   * Folder of the node that holds the volumes.
   *
   * @default /var/openebs/local
   */
  readonly basePath?: string;
}
