import { numberAt } from '../../manifest/fields';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** The bounds of a HorizontalPodAutoscaler are in order. */
export const validAutoscaler: Check = {
  id: 'valid-autoscaler',
  summary: 'An autoscaler has minReplicas of at least 1, and maxReplicas no less.',
  why: 'The API server refuses an autoscaler whose bounds are out of order.',
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
