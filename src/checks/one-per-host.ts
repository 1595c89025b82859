import { itemsAt, numberAt, textAt } from '../manifest/fields';
import { at, isFields, type Fields } from '../manifest/manifest';
import type { CheckedObject } from './check';
import type { ClusterNode } from './cluster-node';
import { selects } from './label-selector';
import type { IndexedPod, ObjectIndex } from './object-index';

/** How many pods of a workload a host takes, whatever it has. */
export interface HostLimit {
  /** Pods on each host. */
  readonly pods: number;
  /** Field of the workload that says so. */
  readonly field: string;
  /** What says so, for messages, such as `a hostPort`. */
  readonly reason: string;
  /**
   * What to do about it.
   *
   * @default - the fix of the check
   */
  readonly fix?: string;
  /** Whether the pods of one rollout count against those of the one before. */
  readonly coversRollout: boolean;
}

const hostname = 'kubernetes.io/hostname';

/** The rule that keeps pods of a workload apart from each other by host: required anti-affinity, a hostPort, or neither. */
export function onePerHost(indexed: IndexedPod): HostLimit | undefined {
  return antiAffinity(indexed) ?? hostPort(indexed);
}

function antiAffinity({ pod, namespace }: IndexedPod): HostLimit | undefined {
  const path = [
    'affinity',
    'podAntiAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
  ] as const;
  for (const { item, index } of itemsAt(pod.spec, ...path)) {
    if (textAt(item, 'topologyKey') !== hostname) continue;
    if (!selects(item['labelSelector'], pod.labels)) continue;
    // The pods of other namespaces, and those that differ in a label, are no concern of these pods.
    if (!coversNamespace(item, namespace) || item['mismatchLabelKeys'] !== undefined) continue;
    return {
      pods: 1,
      field: `${[pod.specField, ...path].join('.')}[${index}]`,
      reason: 'the required podAntiAffinity',
      coversRollout: !listHas(item['matchLabelKeys'], 'pod-template-hash'),
    };
  }
  return undefined;
}

function coversNamespace(term: Fields, namespace: string): boolean {
  const { namespaces, namespaceSelector } = term;
  if (Array.isArray(namespaces) && namespaces.length > 0) return namespaces.includes(namespace);
  return !isFields(namespaceSelector) || Object.keys(namespaceSelector).length === 0;
}

function hostPort({ pod }: IndexedPod): HostLimit | undefined {
  const isOnHost = pod.spec['hostNetwork'] === true;
  for (const { list, container, field } of pod.containers) {
    if (list !== 'containers') continue;
    for (const { item, index } of itemsAt(container, 'ports')) {
      // In the network of the host, each port is one of the host.
      const port = numberAt(item, 'hostPort') ?? (isOnHost ? numberAt(item, 'containerPort') : 0);
      if (port === undefined || port === 0) continue;
      return {
        pods: 1,
        field: `${field}.ports[${index}].${isOnHost ? 'containerPort' : 'hostPort'}`,
        reason: isOnHost ? `port ${port} in the network of the host` : `hostPort ${port}`,
        coversRollout: true,
      };
    }
  }
  return undefined;
}

/**
 * The topology spread that leaves replicas without a host, as a host gets no more than `maxSkew` pods, since a host that they are counted
 * against never gets one: one whose taint they don't tolerate, or one that `minDomains` asks for.
 */
export function spreadLimit(
  { object, pod, namespace }: IndexedPod,
  { matching, open }: { matching: readonly ClusterNode[]; open: readonly ClusterNode[] },
  index: ObjectIndex,
  replicas: number,
): HostLimit | undefined {
  for (const { item, index: position } of itemsAt(pod.spec, 'topologySpreadConstraints')) {
    const isHard = (textAt(item, 'whenUnsatisfiable') ?? 'DoNotSchedule') === 'DoNotSchedule';
    if (!isHard || textAt(item, 'topologyKey') !== hostname) continue;
    const skew = numberAt(item, 'maxSkew');
    if (skew === undefined || !selects(item['labelSelector'], pod.labels)) continue;
    if (textAt(item, 'nodeAffinityPolicy') === 'Ignore') continue;
    const field = `${pod.specField}.topologySpreadConstraints[${position}]`;
    const seen = textAt(item, 'nodeTaintsPolicy') === 'Honor' ? open : matching;
    const closed = seen.filter((node) => !open.includes(node));
    const least = numberAt(item, 'minDomains') ?? 1;
    const why =
      closed.length > 0
        ? `, counted against ${closed[0]?.name ?? ''}, which the pods do not tolerate`
        : least > seen.length
          ? ` with minDomains ${least}`
          : undefined;
    if (why === undefined || replicas <= skew * open.length) continue;
    // Pods of others that are counted too might run where these don't.
    if (selectsOthers(index.selectedBy(namespace, item['labelSelector']), object)) continue;
    return {
      pods: skew,
      field,
      reason: `the topology spread with maxSkew ${skew}${why},`,
      ...(closed.length === 0
        ? {}
        : {
            fix: 'Write nodeTaintsPolicy: Honor into the constraint (Kubernetes 1.26 or newer), so that hosts which take none of the pods are not counted, or whenUnsatisfiable: ScheduleAnyway.',
          }),
      coversRollout: !listHas(at(item, 'matchLabelKeys'), 'pod-template-hash'),
    };
  }
  return undefined;
}

function selectsOthers(pods: Iterable<IndexedPod>, object: CheckedObject): boolean {
  for (const other of pods) if (other.object !== object) return true;
  return false;
}

function listHas(list: unknown, text: string): boolean {
  return Array.isArray(list) && list.includes(text);
}
