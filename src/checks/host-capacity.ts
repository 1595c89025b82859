import { at } from '../manifest/manifest';
import { parseQuantity } from '../manifest/quantity';
import type { CheckInput } from './check';
import type { ClusterNode, ClusterNodes } from './cluster-node';

/** How much of a resource a node has, in billionths of the unit; undefined where nothing says it. */
export type Capacity = (node: ClusterNode, resource: string) => bigint | undefined;

/**
 * What the nodes have: by the check option `hosts`, and of `pods` else what the Cluster sets. An extended
 * resource such as nvidia.com/gpu that isn't declared isn't there, once anything is declared.
 */
export function capacityOf({ hosts }: CheckInput, cluster: ClusterNodes): Capacity {
  const pods = parseQuantity(cluster.maxPods);
  return ({ name }, resource) => {
    const declared = at(hosts, name, resource);
    if (declared !== undefined) return parseQuantity(declared);
    if (resource === 'pods') return pods;
    return hosts !== undefined && isExtended(resource) ? 0n : undefined;
  };
}

/** Nodes that have the same of everything. */
export interface AlikeNodes {
  /** One of them. */
  readonly node: ClusterNode;
  /** How many they are. */
  readonly count: number;
}

/** Groups nodes by what the check option `hosts` says of them: most clusters have few kinds of hosts. */
export function alikeNodes(
  { hosts }: CheckInput,
  nodes: readonly ClusterNode[],
): readonly AlikeNodes[] {
  const kinds = new Map<string, AlikeNodes>();
  for (const node of nodes) {
    const key = JSON.stringify(at(hosts, node.name) ?? null);
    kinds.set(key, { node, count: (kinds.get(key)?.count ?? 0) + 1 });
  }
  return [...kinds.values()];
}

/** Tells whether a resource is one that only some hosts have, such as nvidia.com/gpu. */
export function isExtended(resource: string): boolean {
  return resource.includes('/');
}
