import { kubeKeyInventoryOf } from '../manifest/kubekey-inventory';
import type { CheckInput } from './check';
import { onlyInventory } from './inventory-nodes';
import { kubeKeyClusters } from './kubekey-clusters';

/** Tells whether the cluster is known to have one host for pods, so that nothing can survive its loss. */
export function hasOneWorker(input: CheckInput): boolean {
  const [first] = kubeKeyClusters(input);
  const inventory = first === undefined ? onlyInventory(input) : undefined;
  const names =
    inventory === undefined
      ? first?.cluster.members('worker').map(({ name }) => name)
      : kubeKeyInventoryOf(inventory.manifest).members('kube_worker');
  return new Set(names).size === 1;
}
