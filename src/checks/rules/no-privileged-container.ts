import { at } from '../../manifest/manifest';
import type { Check } from '../check';
import { ownPods } from '../own-pods';

/** No container runs with all rights on its node. */
export const noPrivilegedContainer: Check = {
  id: 'no-privileged-container',
  summary: 'No container is privileged.',
  why: 'A privileged container can do anything on its node that root can: whoever breaks into it has the node, and soon the cluster.',
  fix: 'Take privileged out; if it needs one right, add that one under securityContext.capabilities.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: clock
spec:
  containers:
    - name: clock
      image: registry.example.com/clock:1.4
      securityContext:
        privileged: true
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: clock
spec:
  containers:
    - name: clock
      image: registry.example.com/clock:1.4
      securityContext:
        capabilities: { add: [SYS_TIME] }
`,
  },
  *run(input) {
    for (const { object, pod } of ownPods(input)) {
      for (const { container, field } of pod.containers) {
        if (at(container, 'securityContext', 'privileged') !== true) continue;
        const problem = 'the container is privileged';
        yield { object, field: `${field}.securityContext.privileged`, problem };
      }
    }
  },
};
