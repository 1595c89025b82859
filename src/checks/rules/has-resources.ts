import { hasResource } from '../container-defaults';
import type { Check } from '../check';
import { lastingContainers, ownPods } from '../own-pods';

/** Containers say what they need. */
export const hasResources: Check = {
  id: 'has-resources',
  summary: 'A container requests CPU and memory, and has a memory limit.',
  why: 'Without requests, the scheduler takes a container for one that needs nothing and fills the node; without a memory limit, one that leaks takes its neighbours down.',
  fix: 'Write resources with requests of cpu and memory and a memory limit, measured on the running program.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      resources:
        limits: { cpu: 500m }
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      resources:
        requests: { cpu: 100m, memory: 128Mi }
        limits: { memory: 128Mi }
`,
  },
  *run(input) {
    for (const pod of ownPods(input)) {
      for (const container of lastingContainers(pod)) {
        const missing = [
          ...(['cpu', 'memory'] as const)
            .filter((resource) => !hasResource(input, pod, container, 'requests', resource))
            .map((resource) => `no request of ${resource}`),
          ...(hasResource(input, pod, container, 'limits', 'memory') ? [] : ['no limit of memory']),
        ];
        if (missing.length === 0) continue;
        yield {
          object: pod.object,
          field: `${container.field}.resources`,
          problem: `the container has ${missing.join(', ')}`,
        };
      }
    }
  },
};
