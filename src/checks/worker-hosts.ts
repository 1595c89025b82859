import type { CheckInput } from './check';
import { kubeKeyClusters } from './kubekey-clusters';

/** On how many hosts pods may run, where a KubeKey Cluster among the objects says it. */
export function workerHosts(input: CheckInput): number | undefined {
  const [first] = kubeKeyClusters(input);
  if (first === undefined) return undefined;
  return new Set(first.cluster.members('worker').map(({ name }) => name)).size;
}

/** Tells whether the cluster is known to have one host for pods, so that nothing can survive its loss. */
export function hasOneWorker(input: CheckInput): boolean {
  return workerHosts(input) === 1;
}
