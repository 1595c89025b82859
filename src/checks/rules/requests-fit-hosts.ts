import type { Check, CheckInput, Report } from '../check';
import type { ClusterNode } from '../cluster-node';
import { clusterNodes } from '../cluster-nodes';
import {
  alikeNodes,
  capacityOf,
  isExtended,
  type AlikeNodes,
  type Capacity,
} from '../host-capacity';
import { kindOf, objectIndex, type IndexedPod } from '../object-index';
import { placementOf } from '../pod-placement';
import { podRequests, showAmount } from '../pod-requests';
import { requestsTogether, type Share } from '../requests-together';
import { resourceField } from '../resource-field';
import { isRun, replicasOf } from '../running-pods';
import { showCapacities } from '../show-capacities';

/** What pods request fits on the hosts. */
export const requestsFitHosts: Check = {
  id: 'requests-fit-hosts',
  summary: 'The requests of all replicas fit on the hosts of the KubeKey Cluster.',
  why: 'A pod that requests more than is left on every host stays Pending. What the hosts have is said by the option hosts; how many pods a host runs is said there as pods, else by the Cluster’s maxPods. Nothing is set aside for the system: declare what is left for pods, as kubectl describe node shows under Allocatable. What is found can not fit in any arrangement; what is not found may still not fit.',
  fix: 'Request less, run fewer replicas, or add hosts.',
  severity: 'error',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node2, node3] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: model }
spec:
  replicas: 1
  selector: { matchLabels: { app: model } }
  template:
    metadata: { labels: { app: model } }
    spec:
      containers: [{ name: model, image: "model:1", resources: { requests: { cpu: 6, memory: 12Gi } } }]
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node2, node3] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: model }
spec:
  replicas: 1
  selector: { matchLabels: { app: model } }
  template:
    metadata: { labels: { app: model } }
    spec:
      containers: [{ name: model, image: "model:1", resources: { requests: { cpu: 3, memory: 6Gi } } }]
`,
    hosts: { node2: { cpu: 4, memory: '8Gi' }, node3: { cpu: 4, memory: '8Gi' } },
  },
  *run(input) {
    const cluster = clusterNodes(input);
    if (cluster === undefined) return;
    const capacity = capacityOf(input, cluster);
    const kindsOf = new Map<readonly ClusterNode[], readonly AlikeNodes[]>();
    const fitting: Share[] = [];
    for (const indexed of objectIndex(input).pods) {
      const { open } = placementOf(indexed.pod, cluster);
      const count = countOf(input, indexed, open);
      // Where no host is open, that is another check's finding.
      if (!isRun(indexed) || count === 0 || open.length === 0) continue;
      const kinds = kindsOf.get(open) ?? alikeNodes(input, open);
      kindsOf.set(open, kinds);
      const report =
        onEachHost(indexed, open, capacity) ??
        alone(indexed, count ?? 1, { open, kinds, capacity });
      if (report === 'fits') {
        if (count !== undefined) fitting.push({ indexed, count, open });
      } else if (report !== 'found elsewhere') yield { ...report, from: cluster.from };
    }
    yield* requestsTogether(fitting, cluster, capacity);
  },
};

/** Where the pods of one object may run, and what is there. */
interface Hosts {
  readonly open: readonly ClusterNode[];
  readonly kinds: readonly AlikeNodes[];
  readonly capacity: Capacity;
}

function countOf(
  input: CheckInput,
  indexed: IndexedPod,
  open: readonly ClusterNode[],
): number | undefined {
  return kindOf(indexed.object) === 'apps/DaemonSet' ? open.length : replicasOf(input, indexed);
}

/** What is wrong with a DaemonSet of which some hosts can hold no pod. */
function onEachHost(
  { object, pod }: IndexedPod,
  open: readonly ClusterNode[],
  capacity: Capacity,
): Report | undefined {
  if (kindOf(object) !== 'apps/DaemonSet') return undefined;
  for (const [resource, amount] of podRequests(pod)) {
    const small = open.filter((node) => (capacity(node, resource) ?? amount) < amount);
    if (small.length === 0 || small.length === open.length) continue;
    return {
      object,
      field: resourceField(pod, resource),
      problem: `a DaemonSet runs a pod on each host, which requests ${showAmount(resource, amount)} ${resource} here, more than some have: ${showCapacities(small, resource, capacity)}`,
      fix: 'Request less, or choose the hosts that have it by a nodeSelector.',
    };
  }
  return undefined;
}

/** What is wrong where the pods of one object had the hosts for themselves. */
function alone(
  { object, pod }: IndexedPod,
  count: number,
  { open, kinds, capacity }: Hosts,
): Report | 'fits' | 'found elsewhere' {
  const requests = podRequests(pod);
  const room = roomFor(requests, kinds, capacity);
  if (room >= count) return 'fits';
  // The resource that leaves the least room explains it; GPUs are said elsewhere, so others come first.
  const tightest = [...requests]
    .map((own) => ({ resource: own[0], room: roomFor(new Map([own]), kinds, capacity) }))
    .reduce((a, b) => (b.room < a.room || (b.room === a.room && isExtended(a.resource)) ? b : a));
  const { resource } = tightest;
  const amount = showAmount(resource, requests.get(resource) ?? 0n);
  const have = showCapacities(open, resource, capacity);
  if (room > 0) {
    const each =
      resource === 'pods'
        ? ''
        : ` that request ${tightest.room < count ? `${amount} ${resource}` : showAll(requests)} each`;
    return {
      object,
      field: kindOf(object) === '/Pod' ? resourceField(pod, resource) : 'spec.replicas',
      problem: `${count} pods${each}, and the hosts have room for ${room}${tightest.room < count ? `: ${have}` : ''}`,
    };
  }
  if (tightest.room > 0) {
    return {
      object,
      field: resourceField(pod, resource),
      problem: `a pod requests ${showAll(requests)}, and no host has all of it`,
    };
  }
  // More GPUs than a host has are the finding of a check of their own.
  if (isExtended(resource)) return 'found elsewhere';
  return {
    object,
    field: resourceField(pod, resource),
    problem: `a pod requests ${amount} ${resource}, more than any host has: ${have}`,
  };
}

/** How many pods the hosts have room for; any number where nothing is known of what they request. */
function roomFor(
  requests: ReadonlyMap<string, bigint>,
  kinds: readonly AlikeNodes[],
  capacity: Capacity,
): number {
  let rooms = 0;
  for (const { node, count } of kinds) {
    let room = Number.POSITIVE_INFINITY;
    for (const [resource, amount] of requests) {
      const there = capacity(node, resource);
      if (there !== undefined) room = Math.min(room, Number(there / amount));
    }
    rooms += room * count;
  }
  return rooms;
}

function showAll(requests: ReadonlyMap<string, bigint>): string {
  return [...requests]
    .filter(([resource]) => resource !== 'pods')
    .map(([resource, amount]) => `${showAmount(resource, amount)} ${resource}`)
    .join(' and ');
}
