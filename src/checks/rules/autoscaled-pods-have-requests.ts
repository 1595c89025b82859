import { at } from '../../manifest/manifest';
import { fieldsAt, itemsAt, numberAt, textAt } from '../../manifest/fields';
import type { Check, CheckedObject } from '../check';
import { hasResource } from '../container-defaults';
import { objectIndex, type IndexedPod } from '../object-index';
import { lastingContainers } from '../own-pods';
import { autoscalers } from '../replica-counts';

/** An autoscaler that goes by use of a resource scales pods that request it. */
export const autoscaledPodsHaveRequests: Check = {
  id: 'autoscaled-pods-have-requests',
  summary: 'Pods that an autoscaler scales by the use of a resource request that resource.',
  why: 'The use is a part of the request: where one container has none, the autoscaler can not count, says FailedGetResourceMetric and never scales.',
  fix: 'Write a request of that resource in each container of the pod.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 5
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: 80 }
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
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: 80 }
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
          resources:
            requests: { cpu: 100m }
`,
  },
  *run(input) {
    const scalers = autoscalers(input);
    for (const pod of objectIndex(input).pods) {
      const scaler = scalers.get(pod.object);
      if (scaler === undefined) continue;
      for (const { resource, container } of usesOf(scaler)) {
        for (const one of counted(pod, container)) {
          if (hasResource(input, pod, one, 'requests', resource)) continue;
          yield {
            object: pod.object,
            field: `${one.field}.resources.requests`,
            problem: `HorizontalPodAutoscaler ${textAt(scaler.manifest, 'metadata', 'name') ?? ''} goes by the use of ${resource}, and the container has no request of it`,
          };
        }
      }
    }
  },
};

interface Use {
  readonly resource: string;
  /** The one container that is counted; all of them where it is undefined. */
  readonly container?: string;
}

function counted(
  pod: IndexedPod,
  container: string | undefined,
): ReturnType<typeof lastingContainers> {
  return lastingContainers(pod).filter(
    ({ list, name }) => list === 'containers' && (container === undefined || name === container),
  );
}

/** The resources whose use, as a part of the request, an autoscaler goes by, in any API version. */
function usesOf({ manifest }: CheckedObject): readonly Use[] {
  const metrics = itemsAt(manifest, 'spec', 'metrics');
  // Without any metric, the API server writes 80% of the CPU.
  if (metrics.length === 0) return [{ resource: 'cpu' }];
  return metrics.flatMap(({ item }): Use[] => {
    const kind = item['type'] === 'ContainerResource' ? 'containerResource' : 'resource';
    const source = fieldsAt(item, kind);
    const resource = textAt(source, 'name');
    const use =
      numberAt(source, 'target', 'averageUtilization') ?? at(source, 'targetAverageUtilization');
    if (resource === undefined || use === undefined) return [];
    const container = textAt(source, 'container');
    return [{ resource, ...(container === undefined ? {} : { container }) }];
  });
}
