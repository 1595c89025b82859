import type { KubeKeyClusterConfig } from '../manifest/kubekey-cluster';

/** The fields of a Cluster at a path of the table of fields, with one for each item of its list. */
export function fieldsOf({ items }: KubeKeyClusterConfig, path: string): readonly string[] {
  const [list = '', rest] = path.split('[]');
  return rest === undefined ? [path] : items(list).map((item) => item + rest);
}
