import type { CheckInput } from './check';
import { kubeKeyClusters } from './kubekey-clusters';

/** Tells whether the cluster is known to have one host for pods, so that nothing can survive its loss. */
export function hasOneWorker(input: CheckInput): boolean {
  const [first] = kubeKeyClusters(input);
  const names = first?.cluster.members('worker').map(({ name }) => name);
  return new Set(names).size === 1;
}
