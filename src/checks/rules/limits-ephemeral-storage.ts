import type { Check } from '../check';
import { hasResource } from '../container-defaults';
import { isWindowsPod, lastingContainers, ownPods } from '../own-pods';

/** Containers can not fill the disk of their node. */
export const limitsEphemeralStorage: Check = {
  id: 'limits-ephemeral-storage',
  summary: 'A container has a limit of ephemeral-storage.',
  why: 'Logs and files that a container writes lie on the disk of its node; without a limit, one that writes without end fills the disk, and the node evicts its other pods as well.',
  fix: 'Write a limit of ephemeral-storage, such as 1Gi, above what the container writes and logs.',
  severity: 'warning',
  profiles: ['production'],
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
        limits: { memory: 128Mi }
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
        limits: { memory: 128Mi, ephemeral-storage: 1Gi }
`,
  },
  *run(input) {
    for (const pod of ownPods(input)) {
      if (isWindowsPod(pod)) continue;
      for (const container of lastingContainers(pod)) {
        if (hasResource(input, pod, container, 'limits', 'ephemeral-storage')) continue;
        const problem = 'the container has no limit of ephemeral-storage';
        yield { object: pod.object, field: `${container.field}.resources.limits`, problem };
      }
    }
  },
};
