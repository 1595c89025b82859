/** What a host does in the cluster. `registry` holds the images for hosts without a way out. */
export type KubeKeyRole = 'etcd' | 'control-plane' | 'worker' | 'registry';
