import { listed } from '../../manifest/listed';
import { describe, refOf } from '../../manifest/manifest';
import type { Check } from '../check';
import { writtenPart } from '../label-selector';
import { meansMislabelledPods } from '../mislabelled-pods';
import { nearPod, premisesOf } from '../near-pods';
import { objectIndex } from '../object-index';

/** A Service selects pods that are there. */
export const serviceSelectsPods: Check = {
  id: 'service-selects-pods',
  summary: 'The selector of a Service matches the labels of pods.',
  why: 'The API server takes a Service that selects nothing; each connection to it then fails.',
  fix: 'Write the labels of the pods that the Service is for, or name the pods as external.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: apps/v1
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
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: wbe }
  ports:
    - port: 80
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
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: { app: web }
  ports:
    - port: 80
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const service of index.services) {
      const { object, namespace } = service;
      if (service.type === 'ExternalName') continue;
      const selector = writtenPart(service.selector);
      if (index.selected(namespace, selector).length > 0) continue;
      const pairs = Object.entries(selector).map(([key, value]) => `${key}: ${value}`);
      if (pairs.length === 0) continue;
      // A template that lacks the labels of its own workload's selector is reported as such.
      if (meansMislabelledPods(input, namespace, selector)) continue;
      const near = nearPod(selector, index.podsIn(namespace));
      const [elsewhere] = index.selected('', selector);
      const field = 'spec.selector';
      if (near !== undefined) {
        yield {
          object,
          field,
          problem: `no pod has the labels ${listed(pairs)}; ${describe(refOf(near.pod.object.manifest))} differs in ${near.key} only`,
          fix: near.fix,
          severity: 'error',
          from: premisesOf(near, field),
        };
      } else if (elsewhere !== undefined) {
        yield {
          object,
          field,
          problem: `no pod in the namespace ${namespace} has the labels ${listed(pairs)}; ${describe(refOf(elsewhere.object.manifest))} has them in another namespace`,
          fix: `A Service reaches only pods of its own namespace: write namespace: ${elsewhere.namespace}.`,
          severity: 'error',
          from: ['metadata.namespace', [elsewhere.object, 'metadata.namespace']],
          cause: [elsewhere.object, 'metadata.namespace'],
        };
      } else {
        yield {
          object,
          field,
          problem: `none of the objects here makes a pod with the labels ${listed(pairs)}`,
          severity: input.references === 'closed' ? 'error' : 'warning',
        };
      }
    }
  },
};
