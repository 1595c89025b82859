import { show } from '../../errors';
import { textAt } from '../../manifest/fields';
import { at, describe, refOf } from '../../manifest/manifest';
import { amountOf } from '../../manifest/percentage';
import type { Check, CheckInput, Report } from '../check';
import type { IndexedPod } from '../object-index';
import { ownPods } from '../own-pods';
import { replicaCount } from '../replica-counts';
import { servicesOf } from '../services-of-pods';
import { isTiedToOnePod } from '../tied-pods';

/** A rollout leaves pods that serve. */
export const rolloutKeepsServing: Check = {
  id: 'rollout-keeps-serving',
  summary: 'A rollout of a Deployment behind a Service leaves at least one pod serving.',
  why: 'With Recreate, or a maxUnavailable that covers all pods, each new version begins with a time in which nobody answers, and a version that does not start leaves nothing.',
  fix: 'Use RollingUpdate with maxUnavailable: 0 and maxSurge: 1.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  strategy:
    rollingUpdate: { maxUnavailable: 2 }
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
  strategy:
    rollingUpdate: { maxUnavailable: 0, maxSurge: 1 }
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
    for (const pod of ownPods(input)) {
      const service = servicesOf(input, pod)[0]?.services[0];
      if (service === undefined || pod.object.manifest.kind !== 'Deployment') continue;
      yield* downtime(input, pod, describe(refOf(service.object.manifest)));
    }
  },
};

function* downtime(input: CheckInput, pod: IndexedPod, service: string): Generator<Report> {
  const { object } = pod;
  const replicas = replicaCount(input, object)?.least;
  // The new pod of a single one that holds a disk, a device or a port can not start before the old ends.
  if (replicas === undefined || (replicas === 1 && isTiedToOnePod(input, pod))) return;
  const strategy = at(object.manifest, 'spec', 'strategy');
  if (textAt(strategy, 'type') === 'Recreate') {
    const problem = `all pods behind ${service} stop before new ones start, got type Recreate`;
    yield { object, field: 'spec.strategy.type', problem };
    return;
  }
  const settings = at(strategy, 'rollingUpdate');
  const written = at(settings, 'maxUnavailable') ?? '25%';
  const surge = amountOf(at(settings, 'maxSurge') ?? '25%', replicas, Math.ceil);
  const unavailable = amountOf(written, replicas, Math.floor);
  if (surge === undefined || unavailable === undefined) return;
  // The Deployment controller lets one pod go where both come to 0.
  const down = surge === 0 && unavailable === 0 ? 1 : unavailable;
  if (down < replicas) return;
  yield {
    object,
    field: 'spec.strategy.rollingUpdate.maxUnavailable',
    problem: `maxUnavailable ${show(written)} of ${replicas} replica${replicas === 1 ? '' : 's'} lets ${down === 1 ? 'the only pod' : `all ${replicas} pods`} behind ${service} be down at once`,
  };
}
