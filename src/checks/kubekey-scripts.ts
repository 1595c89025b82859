import type { KubeKeyClusterConfig } from '../manifest/kubekey-cluster';

/** The fields of all custom scripts of a Cluster, such as `spec.system.preInstall[0]`. */
export function scriptFields({ items }: KubeKeyClusterConfig): readonly string[] {
  return [
    'spec.system.preInstall',
    'spec.system.postClusterInstall',
    'spec.system.postInstall',
    ...items('spec.addons').flatMap((addon) => [`${addon}.preInstall`, `${addon}.postInstall`]),
  ].flatMap((list) => items(list));
}
