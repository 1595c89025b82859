import { listed } from '../manifest/listed';
import type { ClusterNode } from './cluster-node';
import type { Capacity } from './host-capacity';
import { showAmount } from './pod-requests';

/** What nodes have of a resource, for a message: `node1 4, node2 8`; at most six of them. */
export function showCapacities(
  nodes: readonly ClusterNode[],
  resource: string,
  capacity: Capacity,
): string {
  const each = nodes.map(
    (node) => `${node.name} ${showAmount(resource, capacity(node, resource) ?? 0n)}`,
  );
  return listed(each, 6);
}
