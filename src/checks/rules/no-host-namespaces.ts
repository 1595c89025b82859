import type { Check } from '../check';
import { ownPods } from '../own-pods';

const shared = {
  hostNetwork:
    'shares the network of its node, reaches what listens there on localhost only, and no NetworkPolicy holds for it',
  hostPID: 'sees all processes of its node, and their environment',
  hostIPC: 'shares the memory that processes of its node exchange',
} as const;

/** No pod shares the namespaces of its node. */
export const noHostNamespaces: Check = {
  id: 'no-host-namespaces',
  summary: 'No pod shares the network, the processes or the memory of its node.',
  why: 'Such a pod is not isolated: it sees what other programs on the node do, and can disturb them.',
  fix: 'Take the field out; for a port that is reached from outside, use a Service.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers:
    - name: web
      image: nginx:1.27.3
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
`,
  },
  *run(input) {
    for (const { object, pod } of ownPods(input)) {
      for (const [name, effect] of Object.entries(shared)) {
        if (pod.spec[name] !== true) continue;
        const problem = `with ${name}, the pod ${effect}`;
        yield { object, field: `${pod.specField}.${name}`, problem };
      }
    }
  },
};
