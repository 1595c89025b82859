import { describe, refOf } from '../../manifest/manifest';
import type { Check } from '../check';
import { ownPods } from '../own-pods';
import { replicaCount } from '../replica-counts';
import { servicesOf } from '../services-of-pods';
import { hasOneWorker } from '../worker-hosts';
import { isTiedToOnePod } from '../tied-pods';

/** What a Service sends to survives the loss of a node. */
export const survivesNodeLoss: Check = {
  id: 'survives-node-loss',
  summary: 'A Deployment behind a Service has at least two replicas.',
  why: 'When the node of a single pod fails, Kubernetes waits some minutes before it starts another one; until then nobody answers.',
  fix: 'Write replicas: 2 or more.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
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
    if (hasOneWorker(input)) return;
    for (const pod of ownPods(input)) {
      const service = servicesOf(input, pod)[0]?.services[0];
      if (service === undefined || pod.object.manifest.kind !== 'Deployment') continue;
      const count = replicaCount(input, pod.object);
      if (count === undefined || count.least > 1 || isTiedToOnePod(input, pod)) continue;
      yield {
        object: count.object,
        field: count.field,
        problem: `one pod serves ${describe(refOf(service.object.manifest))}, got ${count.field.slice('spec.'.length)} ${count.least}`,
        ...(count.field === 'spec.minReplicas' ? { fix: 'Write minReplicas: 2 or more.' } : {}),
      };
    }
  },
};
