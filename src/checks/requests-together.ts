import { listed } from '../manifest/listed';
import { describe, refOf } from '../manifest/manifest';
import type { Report } from './check';
import type { ClusterNode, ClusterNodes } from './cluster-node';
import type { Capacity } from './host-capacity';
import type { IndexedPod } from './object-index';
import { podRequests, showAmount } from './pod-requests';
import { resourceField } from './resource-field';
import { showCapacities } from './show-capacities';

/** The pods of one object that run at the same time, and where they may. */
export interface Share {
  /** The pods and the object that makes them. */
  readonly indexed: IndexedPod;
  /** How many run at the same time. */
  readonly count: number;
  /** The hosts that they may run on. */
  readonly open: readonly ClusterNode[];
}

/**
 * What is wrong with all pods together, first over all hosts, then over the hosts that some are bound to:
 * a sum that the hosts don't have, or more large pods than the hosts can hold beside each other.
 */
export function* requestsTogether(
  shares: readonly Share[],
  { nodes }: ClusterNodes,
  capacity: Capacity,
): Generator<Report> {
  const bound = new Map<readonly ClusterNode[], Share[]>();
  for (const share of shares) {
    const group = bound.get(share.open);
    if (group === undefined) bound.set(share.open, [share]);
    else group.push(share);
  }
  const used = new Set([...bound.keys()].flat());
  const everywhere = nodes.filter((node) => used.has(node));
  const exceeded = new Set<string>();
  for (const [where, group] of [[everywhere, shares] as const, ...bound]) {
    for (const [resource, parts] of partsOf(group)) {
      const has = where.flatMap((node) => capacity(node, resource) ?? []);
      if (exceeded.has(resource) || has.length < where.length) continue;
      const problem = sumProblem(resource, parts, has) ?? largeProblem(resource, parts, has);
      const [largest] = parts;
      if (problem === undefined || largest === undefined) continue;
      exceeded.add(resource);
      yield {
        object: largest.indexed.object,
        field: resourceField(largest.indexed.pod, resource),
        problem: `${problem} (${showCapacities(where, resource, capacity)})`,
      };
    }
  }
}

function sumProblem(
  resource: string,
  parts: readonly Part[],
  has: readonly bigint[],
): string | undefined {
  const total = has.reduce((sum, one) => sum + one, 0n);
  const asked = parts.reduce((sum, part) => sum + part.sum, 0n);
  if (asked <= total) return undefined;
  return `together the pods request ${showAmount(resource, asked)} ${resource} (${showParts(resource, parts)}), and the hosts have ${showAmount(resource, total)}`;
}

/** Of pods of one size or more, a host holds no more than of that size. */
function largeProblem(
  resource: string,
  parts: readonly Part[],
  has: readonly bigint[],
): string | undefined {
  const bySize = [...parts].sort((a, b) => (a.each === b.each ? 0 : a.each > b.each ? -1 : 1));
  let count = 0n;
  for (const [index, { each, count: own }] of bySize.entries()) {
    count += BigInt(own);
    const room = has.reduce((sum, one) => sum + one / each, 0n);
    if (count <= room) continue;
    const large = showParts(resource, bySize.slice(0, index + 1));
    return `${count} pods request ${showAmount(resource, each)} ${resource} or more (${large}), and the hosts have room for ${room} of them beside each other`;
  }
  return undefined;
}

/** What the pods of some objects request of each resource, the largest part first. */
function partsOf(shares: readonly Share[]): ReadonlyMap<string, Part[]> {
  const parts = new Map<string, Part[]>();
  for (const { indexed, count } of shares) {
    for (const [resource, each] of podRequests(indexed.pod)) {
      const part = { indexed, count, each, sum: each * BigInt(count) };
      const list = parts.get(resource);
      if (list === undefined) parts.set(resource, [part]);
      else list.push(part);
    }
  }
  for (const list of parts.values()) {
    list.sort((a, b) => (a.sum === b.sum ? 0 : a.sum > b.sum ? -1 : 1));
  }
  return parts;
}

interface Part {
  readonly indexed: IndexedPod;
  readonly count: number;
  readonly each: bigint;
  readonly sum: bigint;
}

function showParts(resource: string, parts: readonly Part[]): string {
  const each = parts.map(({ indexed, count, each: amount }) => {
    const name = describe(refOf(indexed.object.manifest));
    return `${name} ${count} × ${showAmount(resource, amount)}`;
  });
  return listed(each, 6);
}
