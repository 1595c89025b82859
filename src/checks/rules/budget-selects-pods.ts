import { listed } from '../../manifest/listed';
import { at, describe, isFields, refOf } from '../../manifest/manifest';
import { labelsAt } from '../../manifest/fields';
import type { Check } from '../check';
import { writtenPart } from '../label-selector';
import { meansMislabelledPods } from '../mislabelled-pods';
import { nearPod, premisesOf } from '../near-pods';
import { namespaceOf, objectIndex } from '../object-index';

/** A PodDisruptionBudget selects pods that are there. */
export const budgetSelectsPods: Check = {
  id: 'budget-selects-pods',
  summary: 'The selector of a PodDisruptionBudget matches the labels of pods.',
  why: 'The API server takes a budget that selects nothing, and a drain then takes all pods at once that it was meant to protect.',
  fix: 'Write the labels of the pods that the budget is for.',
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
  maxUnavailable: 1
  selector:
    matchLabels: { app: wbe }
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
  maxUnavailable: 1
  selector:
    matchLabels: { app: web }
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const object of index.ofKind('policy/PodDisruptionBudget')) {
      const selector = at(object.manifest, 'spec', 'selector');
      const labels = writtenPart(labelsAt(selector, 'matchLabels'));
      const pairs = Object.entries(labels).map(([key, value]) => `${key}: ${value}`);
      if (!isFields(selector) || pairs.length === 0) continue;
      const namespace = namespaceOf(object);
      if (index.selected(namespace, labels).length > 0) continue;
      if (meansMislabelledPods(input, namespace, labels)) continue;
      const field = 'spec.selector';
      const near = nearPod(labels, index.podsIn(namespace));
      yield near === undefined
        ? {
            object,
            field,
            problem: `none of the objects here makes a pod with the labels ${listed(pairs)}`,
            severity: input.references === 'closed' ? 'error' : 'warning',
          }
        : {
            object,
            field,
            problem: `no pod has the labels ${listed(pairs)}; ${describe(refOf(near.pod.object.manifest))} differs in ${near.key} only`,
            fix: near.fix,
            severity: 'error',
            from: premisesOf(near, `${field}.matchLabels`),
          };
    }
  },
};
