import { itemsAt, numberAt, textAt } from '../manifest/fields';
import { groupOf } from '../manifest/manifest';
import type { CheckedObject, CheckInput } from './check';
import { kindOf, namespaceOf, objectIndex, type IndexedPod } from './object-index';

const scalable: ReadonlySet<string> = new Set([
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  '/ReplicationController',
]);
const lowest = new WeakMap<CheckInput, Map<CheckedObject, number>>();

/**
 * How many pods of one kind will run at the same time: `spec.replicas`, or the least that an autoscaler
 * allows; 1 for a Pod. Undefined where the number isn't written: a DaemonSet, and Jobs, whose pods wait
 * for each other.
 */
export function replicasOf(input: CheckInput, { object }: IndexedPod): number | undefined {
  const kind = kindOf(object);
  if (kind === '/Pod') return 1;
  if (!scalable.has(kind)) return undefined;
  return autoscaled(input).get(object) ?? numberAt(object.manifest, 'spec', 'replicas') ?? 1;
}

/** Tells whether a pod is written for itself: not a PodTemplate, and not what a controller made of another object. */
export function isRun({ object }: IndexedPod): boolean {
  return (
    kindOf(object) !== '/PodTemplate' &&
    itemsAt(object.manifest, 'metadata', 'ownerReferences').length === 0
  );
}

/** The pods that no autoscaler goes below, by workload. */
function autoscaled(input: CheckInput): Map<CheckedObject, number> {
  let found = lowest.get(input);
  if (found !== undefined) return found;
  lowest.set(input, (found = new Map<CheckedObject, number>()));
  const index = objectIndex(input);
  for (const [scaler, least, byDefault] of [
    ['autoscaling/HorizontalPodAutoscaler', 'minReplicas', 1],
    ['keda.sh/ScaledObject', 'minReplicaCount', 0],
  ] as const) {
    for (const object of index.ofKind(scaler)) {
      const target = ['spec', 'scaleTargetRef'] as const;
      const group = groupOf(textAt(object.manifest, ...target, 'apiVersion') ?? 'apps/v1');
      const kind = textAt(object.manifest, ...target, 'kind') ?? 'Deployment';
      const name = textAt(object.manifest, ...target, 'name') ?? '';
      const workload = index.find(`${group}/${kind}`, namespaceOf(object), name);
      if (workload === undefined) continue;
      found.set(workload, numberAt(object.manifest, 'spec', least) ?? byDefault);
    }
  }
  return found;
}
