import { at } from '../../manifest/manifest';
import type { Check } from '../check';
import { ownPods } from '../own-pods';
import { isExternal } from '../references';
import { replicaCount } from '../replica-counts';
import { SelectorIndex } from '../selector-index';
import { hasOneWorker } from '../worker-hosts';

/** Several replicas have a PodDisruptionBudget. */
export const hasDisruptionBudget: Check = {
  id: 'has-disruption-budget',
  summary: 'A Deployment or StatefulSet with several replicas has a PodDisruptionBudget.',
  why: 'Without one, draining the nodes of an upgrade may take all replicas down at the same time, though there are several of them to prevent just that.',
  fix: 'Add a PodDisruptionBudget with maxUnavailable: 1 that selects these pods.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
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
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
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
    if (hasOneWorker(input)) return;
    const budgets = new SelectorIndex(input, 'policy/PodDisruptionBudget', ({ manifest }) =>
      at(manifest, 'spec', 'selector'),
    );
    for (const pod of ownPods(input)) {
      const count = replicaCount(input, pod.object);
      if (count === undefined || count.least < 2 || budgets.hasFor(pod)) continue;
      if (isExternal(input, 'PodDisruptionBudget', pod.namespace, '*')) continue;
      yield {
        object: pod.object,
        field: pod.object === count.object ? count.field : '',
        problem: `${count.least} replicas and no PodDisruptionBudget that selects them`,
      };
    }
  },
};
