import { show } from '../../errors';
import { textAt } from '../../manifest/fields';
import { groupOf } from '../../manifest/manifest';
import type { Check } from '../check';
import { namespaceOf, objectIndex } from '../object-index';
import { isExternal, reportMissing } from '../references';

const scalable: ReadonlySet<string> = new Set([
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  '/ReplicationController',
]);

/** What a HorizontalPodAutoscaler scales is there, and can be scaled. */
export const scaleTargetExists: Check = {
  id: 'scale-target-exists',
  summary: 'The target of a HorizontalPodAutoscaler exists and can be scaled.',
  why: 'An autoscaler without its target does nothing, and says so only in its status.',
  fix: 'Add the target to the objects, correct its name, or name it as external.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: webb }
  minReplicas: 2
  maxReplicas: 5
---
apiVersion: apps/v1
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
`,
    right: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 5
---
apiVersion: apps/v1
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
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const object of index.ofKind('autoscaling/HorizontalPodAutoscaler')) {
      const target = ['spec', 'scaleTargetRef'] as const;
      const name = textAt(object.manifest, ...target, 'name');
      const kind = textAt(object.manifest, ...target, 'kind');
      if (name === undefined || kind === undefined) continue;
      const group = groupOf(textAt(object.manifest, ...target, 'apiVersion') ?? '');
      const key = `${group}/${kind}`;
      const namespace = namespaceOf(object);
      if (scalable.has(key)) {
        if (index.find(key, namespace, name) !== undefined) continue;
        if (isExternal(input, kind, namespace, name)) continue;
        const field = 'spec.scaleTargetRef.name';
        yield reportMissing(input, key, { object, field, name, namespace });
      } else if (group === '' || ['apps', 'batch'].includes(group)) {
        const isWrongGroup = scalable.has(`apps/${kind}`);
        yield {
          object,
          field: isWrongGroup ? 'spec.scaleTargetRef.apiVersion' : 'spec.scaleTargetRef.kind',
          problem: isWrongGroup
            ? `the scale target ${kind} ${show(name)} is named without the API group apps`
            : `a ${kind} cannot be scaled`,
          fix: isWrongGroup
            ? 'Write apiVersion: apps/v1.'
            : 'Name a Deployment, a StatefulSet or another kind that can be scaled.',
          severity: 'error',
          from: ['spec.scaleTargetRef.apiVersion'],
        };
      }
    }
  },
};
