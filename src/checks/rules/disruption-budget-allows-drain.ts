import { show } from '../../errors';
import { numberAt } from '../../manifest/fields';
import { at, describe, refOf } from '../../manifest/manifest';
import { percentOf } from '../../manifest/percentage';
import type { Check, CheckedObject, CheckInput, Report } from '../check';
import { namespaceOf, objectIndex, type IndexedPod } from '../object-index';
import { autoscalers } from '../replica-counts';

/** A PodDisruptionBudget leaves room to drain a node. */
export const disruptionBudgetAllowsDrain: Check = {
  id: 'disruption-budget-allows-drain',
  summary: 'A PodDisruptionBudget lets at least one pod go.',
  why: 'The API server takes a budget that lets no pod go, and then kubectl drain waits for ever: no node with such a pod can be upgraded.',
  fix: 'Let one pod go: write maxUnavailable: 1, or run more replicas than minAvailable.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.27.3
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 2
  selector:
    matchLabels: { app: web }
`,
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.27.3
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 1
  selector:
    matchLabels: { app: web }
`,
  },
  *run(input) {
    const index = objectIndex(input);
    // Many budgets may select the same pods, which are then counted once.
    const counts = new Map<Iterable<IndexedPod>, Replicas | undefined>();
    for (const object of index.ofKind('policy/PodDisruptionBudget')) {
      yield* boundProblems(object);
      const { least, most } = boundsOf(object);
      if (typeof least !== 'number' || least === 0 || most !== undefined) continue;
      const pods = index.selectedBy(namespaceOf(object), at(object.manifest, 'spec', 'selector'));
      // What a selector picks one by one is counted as far as it has to be.
      if (!counts.has(pods)) {
        counts.set(pods, countReplicas(input, pods, Array.isArray(pods) ? Infinity : least));
      }
      const replicas = counts.get(pods);
      if (replicas === undefined || replicas.count > least) continue;
      const { first, count } = replicas;
      yield {
        object,
        field: 'spec.minAvailable',
        problem: `minAvailable is ${least}, and ${describe(refOf(first.manifest))} has ${count} replica${count === 1 ? '' : 's'}, so no pod may go`,
      };
    }
  },
};

function* boundProblems(object: CheckedObject): Generator<Report> {
  const { least, most } = boundsOf(object);
  if (least !== undefined && most !== undefined) {
    yield {
      object,
      field: 'spec.maxUnavailable',
      problem: 'minAvailable and maxUnavailable may not both be set',
      fix: 'Leave one of the two; maxUnavailable also fits when the number of replicas changes.',
      severity: 'error',
    };
  } else if (isNoAmount(least) || isNoAmount(most)) {
    const name = isNoAmount(least) ? 'minAvailable' : 'maxUnavailable';
    yield {
      object,
      field: `spec.${name}`,
      problem: `must be a number of pods or a percentage, got ${show(least ?? most)}`,
      fix: 'Write a number such as 1, without quotes, or a percentage such as 50%.',
      severity: 'error',
    };
  } else if (isAboveAll(least) || isAboveAll(most)) {
    const name = isAboveAll(least) ? 'minAvailable' : 'maxUnavailable';
    yield {
      object,
      field: `spec.${name}`,
      problem: `must not be above 100%, got ${show(least ?? most)}`,
      fix: 'Write a percentage below 100%, such as 50%.',
      severity: 'error',
    };
  } else if (most === 0 || most === '0%') {
    const problem = `maxUnavailable is ${show(most)}, so no pod may go`;
    yield { object, field: 'spec.maxUnavailable', problem };
  } else if (least === '100%') {
    yield { object, field: 'spec.minAvailable', problem: 'minAvailable is 100%, so no pod may go' };
  }
}

interface Replicas {
  readonly count: number;
  /** The first of the workloads. */
  readonly first: CheckedObject;
}

/** How many replicas workloads have; undefined for none of them, and where that is not written here. */
function countReplicas(
  input: CheckInput,
  pods: Iterable<IndexedPod>,
  enough: number,
): Replicas | undefined {
  let first: CheckedObject | undefined;
  let count = 0;
  for (const { object } of pods) {
    first ??= object;
    // How many pods a DaemonSet has, or what an autoscaler scales, is not written here.
    if (!counted.has(object.manifest.kind) || autoscalers(input).has(object)) return undefined;
    count += numberAt(object.manifest, 'spec', 'replicas') ?? 1;
    if (count > enough) break;
  }
  return first === undefined ? undefined : { count, first };
}

const counted: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet']);

function isNoAmount(amount: unknown): boolean {
  return (
    (typeof amount === 'string' && percentOf(amount) === undefined) ||
    (typeof amount === 'number' && amount < 0)
  );
}

function isAboveAll(amount: unknown): boolean {
  return (percentOf(amount) ?? 0) > 100;
}

interface Bounds {
  readonly least: unknown;
  readonly most: unknown;
}

function boundsOf({ manifest }: CheckedObject): Bounds {
  return {
    least: at(manifest, 'spec', 'minAvailable') ?? undefined,
    most: at(manifest, 'spec', 'maxUnavailable') ?? undefined,
  };
}
