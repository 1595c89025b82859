import type { KubeKeyClusterConfig } from '../manifest/kubekey-cluster';

/**
 * The Kubernetes minor (the x of 1.x) that KubeKey will install, or undefined where what is written
 * is no version that it reads: that is a finding of its own, and not what follows from it.
 */
export function clusterMinor({ version }: KubeKeyClusterConfig): number | undefined {
  const [, minor] = /^v\d+\.(\d+)\.\d+$/.exec(version.version) ?? [];
  return version.fallback || minor === undefined ? undefined : Number(minor);
}
