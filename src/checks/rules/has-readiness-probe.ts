import { itemsAt } from '../../manifest/fields';
import { isFields } from '../../manifest/manifest';
import type { PodContainer } from '../../manifest/relations';
import type { Check } from '../check';
import type { IndexedPod } from '../object-index';
import { lastingContainers, ownPods } from '../own-pods';
import { servicesOf, type ServiceGroup } from '../services-of-pods';

/** Containers that serve others say when they are ready. */
export const hasReadinessProbe: Check = {
  id: 'has-readiness-probe',
  summary: 'A container that a Service sends to, or that opens ports, has a readinessProbe.',
  why: 'Without one, a pod gets connections as soon as its process starts, and each rollout drops those that come before it can answer.',
  fix: 'Write a readinessProbe that asks what users will ask, such as httpGet with the path and port of the service.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
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
          ports:
            - containerPort: 80
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
          ports:
            - containerPort: 80
          readinessProbe:
            httpGet: { path: /, port: 80 }
`,
  },
  *run(input) {
    for (const pod of ownPods(input)) {
      for (const { field } of unready(pod, servicesOf(input, pod))) {
        const problem = 'the container has no readinessProbe';
        yield { object: pod.object, field, problem };
      }
    }
  },
};

/** Kinds whose pods serve for as long as they run, be there a Service for them or not. */
const serving: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet']);

function unready(pod: IndexedPod, services: readonly ServiceGroup[]): readonly PodContainer[] {
  const { kind } = pod.object.manifest;
  if (kind === 'Job' || kind === 'CronJob') return [];
  const containers = lastingContainers(pod);
  const isAnyProbed = containers.some(isProbed);
  if (services.length === 0) {
    const [first] = containers.filter((one) => itemsAt(one.container, 'ports').length > 0);
    return first === undefined || isAnyProbed || !serving.has(kind) ? [] : [first];
  }
  const isSentTo = (port: unknown): boolean => services.some(({ targets }) => targets.has(port));
  const targets = containers.filter(({ container }) =>
    itemsAt(container, 'ports').some(
      ({ item }) => isSentTo(item['containerPort']) || isSentTo(item['name']),
    ),
  );
  if (targets.length > 0) return targets.filter((one) => !isProbed(one));
  // Which of them the Service sends to is not written, so one that is probed may be it.
  return isAnyProbed ? [] : containers.filter(({ list }) => list === 'containers').slice(0, 1);
}

function isProbed({ container }: PodContainer): boolean {
  return isFields(container['readinessProbe']);
}
