import { numberAt, textAt } from '../manifest/fields';
import { groupOf } from '../manifest/manifest';
import type { CheckedObject, CheckInput } from './check';
import { namespaceOf, objectIndex } from './object-index';

/** How many pods a workload has, as far as it is written. */
export interface ReplicaCount {
  /** The fewest pods that it may have: its replicas, or its autoscaler's minReplicas. */
  readonly least: number;
  /** The object that says so: the workload itself, or its autoscaler. */
  readonly object: CheckedObject;
  /** The field that says so. */
  readonly field: 'spec.replicas' | 'spec.minReplicas';
}

const counted: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet']);
const known = new WeakMap<CheckInput, ReadonlyMap<CheckedObject, CheckedObject>>();

/**
 * How many pods a Deployment, StatefulSet or ReplicaSet has; undefined for other kinds, and for a
 * workload that is scaled to 0.
 */
export function replicaCount(input: CheckInput, workload: CheckedObject): ReplicaCount | undefined {
  if (!counted.has(workload.manifest.kind)) return undefined;
  const scaler = autoscalers(input).get(workload);
  const count: ReplicaCount =
    scaler === undefined
      ? {
          least: numberAt(workload.manifest, 'spec', 'replicas') ?? 1,
          object: workload,
          field: 'spec.replicas',
        }
      : {
          least: numberAt(scaler.manifest, 'spec', 'minReplicas') ?? 1,
          object: scaler,
          field: 'spec.minReplicas',
        };
  return count.least < 1 ? undefined : count;
}

/** The HorizontalPodAutoscaler of each workload that has one. Found once an input. */
export function autoscalers(input: CheckInput): ReadonlyMap<CheckedObject, CheckedObject> {
  let found = known.get(input);
  if (found === undefined) known.set(input, (found = findAutoscalers(input)));
  return found;
}

function findAutoscalers(input: CheckInput): ReadonlyMap<CheckedObject, CheckedObject> {
  const index = objectIndex(input);
  const found = new Map<CheckedObject, CheckedObject>();
  for (const scaler of index.ofKind('autoscaling/HorizontalPodAutoscaler')) {
    const target = ['spec', 'scaleTargetRef'] as const;
    const group = groupOf(textAt(scaler.manifest, ...target, 'apiVersion') ?? '');
    const kind = `${group}/${textAt(scaler.manifest, ...target, 'kind') ?? ''}`;
    const name = textAt(scaler.manifest, ...target, 'name') ?? '';
    const workload = index.find(kind, namespaceOf(scaler), name);
    if (workload !== undefined && !found.has(workload)) found.set(workload, scaler);
  }
  return found;
}
