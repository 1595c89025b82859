import { fieldsAt, itemsAt, numberAt, textAt } from '../../manifest/fields';
import { at, type Fields, type Manifest } from '../../manifest/manifest';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';
import { isReported } from '../schema-faults';

/** The bounds of a HorizontalPodAutoscaler are in order, and its metrics are whole. */
export const validAutoscaler: Check = {
  id: 'valid-autoscaler',
  summary: 'The bounds of an autoscaler are in order, and each metric has its target.',
  why: 'The API server refuses an autoscaler whose bounds are out of order, and a metric without the part that its type names or without one target.',
  fix: 'Write minReplicas no greater than maxReplicas.',
  severity: 'error',
  example: {
    wrong: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 5
  maxReplicas: 2
`,
    right: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 5
`,
  },
  *run(input) {
    for (const object of objectIndex(input).ofKind('autoscaling/HorizontalPodAutoscaler')) {
      for (const found of metricProblems(object.manifest)) {
        if (!isReported(input, object, found.field)) yield { object, ...found };
      }
      const least = numberAt(object.manifest, 'spec', 'minReplicas') ?? 1;
      const most = numberAt(object.manifest, 'spec', 'maxReplicas');
      if (least < 0) {
        const problem = `must be 1 or more, got ${least}`;
        yield { object, field: 'spec.minReplicas', problem, fix: 'Write 1 or more.' };
      } else if (least === 0) {
        yield {
          object,
          field: 'spec.minReplicas',
          problem:
            'Kubernetes takes minReplicas: 0 only where the feature gate HPAScaleToZero is on',
          fix: 'Write 1 or more, or switch the feature gate on.',
          severity: 'warning',
        };
      }
      if (most === undefined) continue;
      if (most < 1) {
        const problem = `must be 1 or more, got ${most}`;
        yield { object, field: 'spec.maxReplicas', problem, fix: 'Write 1 or more.' };
      } else if (least > most) {
        const problem = `maxReplicas must be ${least} (minReplicas) or more, got ${most}`;
        yield { object, field: 'spec.maxReplicas', problem };
      }
    }
  },
};

type Found = Omit<Report, 'object'>;

function* metricProblems(manifest: Manifest): Generator<Found> {
  // The older versions write metrics in another way.
  if (!/\/v2(beta2)?$/.test(manifest.apiVersion)) return;
  for (const { item, index } of itemsAt(manifest, 'spec', 'metrics')) {
    yield* partProblems(item, `spec.metrics[${index}]`);
  }
  for (const direction of ['scaleUp', 'scaleDown']) {
    const field = `spec.behavior.${direction}.stabilizationWindowSeconds`;
    const seconds = numberAt(manifest, ...field.split('.')) ?? 0;
    if (seconds >= 0 && seconds <= 3600) continue;
    const fix = 'Write at most 3600, an hour.';
    yield { field, problem: `must be within 0-3600, got ${seconds}`, fix };
  }
  for (const direction of ['scaleUp', 'scaleDown']) {
    const policies = at(manifest, 'spec', 'behavior', direction, 'policies');
    if (!Array.isArray(policies) || policies.length > 0) continue;
    const fix = 'Write a policy, or take policies out for those by default.';
    yield { field: `spec.behavior.${direction}.policies`, problem: 'the list is empty', fix };
  }
}

/** The part of a metric that each type has. */
const parts = new Map([
  ['ContainerResource', 'containerResource'],
  ['External', 'external'],
  ['Object', 'object'],
  ['Pods', 'pods'],
  ['Resource', 'resource'],
]);

function* partProblems(metric: Fields, field: string): Generator<Found> {
  const type = textAt(metric, 'type') ?? '';
  const part = parts.get(type);
  const given = Object.keys(metric).filter((key) => key !== 'type' && metric[key] !== null);
  // A type or a part of another name is reported as such.
  const names = [...parts.values()];
  if (part === undefined || given.some((key) => !names.includes(key))) return;
  if (given.length !== 1 || given[0] !== part) {
    const got = given.length === 0 ? 'nothing' : given.join(' and ');
    yield {
      field,
      problem: `a metric of the type ${type} has the part ${part} alone, got ${got}`,
      fix: `Write ${part}, or another type.`,
    };
    return;
  }
  const target = fieldsAt(metric, part, 'target');
  if (Object.keys(target).length === 0) return;
  if (!type.endsWith('Resource')) {
    yield* amountProblems(type, target, `${field}.${part}.target`);
    return;
  }
  const share = target['averageUtilization'] ?? undefined;
  const amount = target['averageValue'] ?? undefined;
  const place = `${field}.${part}.target`;
  if (share === undefined && amount === undefined) {
    const fix = 'Write averageUtilization, such as 70, which is per cent of the request.';
    const problem = 'the target has neither averageUtilization nor averageValue';
    const from = [`${place}.averageValue`];
    yield { field: `${place}.averageUtilization`, problem, fix, from };
  } else if (share !== undefined && amount !== undefined) {
    const problem = 'averageUtilization and averageValue may not both be set';
    yield { field: `${place}.averageValue`, problem, fix: 'Leave one of the two.' };
  } else if (typeof share === 'number' && share < 1) {
    const problem = `must be 1 or more, got ${share}`;
    const fix = 'Write per cent of the request, such as 70.';
    yield { field: `${place}.averageUtilization`, problem, fix };
  }
}

/** What the metrics that are no resources aim at: an amount a pod, or one for all of them. */
function* amountProblems(type: string, target: Fields, field: string): Generator<Found> {
  const each = target['averageValue'] ?? undefined;
  const all = target['value'] ?? undefined;
  if (each === undefined && (all === undefined || type === 'Pods')) {
    const words = type === 'Pods' ? 'no averageValue' : 'neither value nor averageValue';
    const fix = 'Write averageValue, such as 100, which is for each pod.';
    const problem = `the target has ${words}`;
    yield { field: `${field}.averageValue`, problem, fix, from: [`${field}.value`] };
  } else if (each !== undefined && all !== undefined && type === 'External') {
    const problem = 'value and averageValue may not both be set';
    yield { field: `${field}.value`, problem, fix: 'Leave one of the two.' };
  }
}
