import { groupBy } from '../manifest/group-by';
import type { CheckInput } from './check';
import { objectIndex, type IndexedPod, type IndexedService } from './object-index';

/** Services that select the same pods. */
export interface ServiceGroup {
  /** The pods. */
  readonly pods: readonly IndexedPod[];
  /** The Services, in their order. */
  readonly services: readonly [IndexedService, ...IndexedService[]];
  /** The ports of the pods that they send to, by number or name. */
  readonly targets: ReadonlySet<unknown>;
}

interface Found {
  readonly groups: readonly ServiceGroup[];
  readonly byPod: ReadonlyMap<IndexedPod, readonly ServiceGroup[]>;
}

const known = new WeakMap<CheckInput, Found>();
const none: readonly never[] = [];

/** All groups of Services that select a pod at all. Made once an input. */
export function serviceGroups(input: CheckInput): readonly ServiceGroup[] {
  return found(input).groups;
}

/** The Services that send to a pod, in groups: a thousand that select a thousand pods are one. */
export function servicesOf(input: CheckInput, pod: IndexedPod): readonly ServiceGroup[] {
  return found(input).byPod.get(pod) ?? none;
}

/** The ports of a pod that a Service sends to, by number or name. */
export function targetPortsOf({ ports }: IndexedService): readonly unknown[] {
  return ports.map(({ item }) => item['targetPort'] ?? item['port']);
}

function found(input: CheckInput): Found {
  let own = known.get(input);
  if (own === undefined) known.set(input, (own = findServices(input)));
  return own;
}

function findServices(input: CheckInput): Found {
  const index = objectIndex(input);
  const services = index.services.filter(({ type }) => type !== 'ExternalName');
  const byPods = groupBy(services, ({ namespace, selector }) =>
    index.selected(namespace, selector),
  );
  const groups: ServiceGroup[] = [];
  const byPod = new Map<IndexedPod, ServiceGroup[]>();
  for (const [pods, services] of byPods) {
    if (pods.length === 0) continue;
    const group = { pods, services, targets: new Set(services.flatMap(targetPortsOf)) };
    groups.push(group);
    for (const pod of pods) {
      const own = byPod.get(pod);
      if (own === undefined) byPod.set(pod, [group]);
      else own.push(group);
    }
  }
  return { groups, byPod };
}
