import { numberAt, textAt } from '../../manifest/fields';
import { groupOf } from '../../manifest/manifest';
import { describe, refOf } from '../../manifest/manifest';
import type { Check, CheckedObject } from '../check';
import { namespaceOf, objectIndex } from '../object-index';

/** The number of replicas is written in one place: the workload, or its one autoscaler. */
export const replicasSetOnce: Check = {
  id: 'replicas-set-once',
  summary: 'Replicas are set by the workload or by one autoscaler, not by both.',
  why: 'Each apply of a workload with replicas takes back what its autoscaler did: pods are stopped and started again. Two autoscalers of one workload work against each other.',
  fix: 'Take replicas out of the workload: the autoscaler sets them.',
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
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 5
`,
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
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
apiVersion: autoscaling/v2
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
    const index = objectIndex(input);
    const scaled = new Map<CheckedObject, CheckedObject>();
    for (const scaler of index.ofKind('autoscaling/HorizontalPodAutoscaler')) {
      const target = ['spec', 'scaleTargetRef'] as const;
      const group = groupOf(textAt(scaler.manifest, ...target, 'apiVersion') ?? '');
      const kind = `${group}/${textAt(scaler.manifest, ...target, 'kind') ?? ''}`;
      const name = textAt(scaler.manifest, ...target, 'name') ?? '';
      const object = index.find(kind, namespaceOf(scaler), name);
      if (object === undefined) continue;
      const other = scaled.get(object);
      if (other !== undefined) {
        yield {
          object: scaler,
          field: 'spec.scaleTargetRef.name',
          problem: `${describe(refOf(object.manifest))} is already scaled by ${describe(refOf(other.manifest))}`,
          fix: 'Write one autoscaler with all the metrics.',
        };
        continue;
      }
      scaled.set(object, scaler);
      const replicas = numberAt(object.manifest, 'spec', 'replicas');
      if (replicas === undefined) continue;
      yield {
        object,
        field: 'spec.replicas',
        problem: `replicas is ${replicas}, and ${describe(refOf(scaler.manifest))} sets it as well`,
      };
    }
  },
};
