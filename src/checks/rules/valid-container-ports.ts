import { numberOf } from '../../manifest/fields';
import { isNoPort } from '../../manifest/scalars';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** The ports of containers are numbers that a port can have. */
export const validContainerPorts: Check = {
  id: 'valid-container-ports',
  summary: 'The ports of containers are within 1-65535, and fit the host network.',
  why: 'The API server refuses a pod with another port, and one on the host network whose hostPort is not its containerPort.',
  fix: 'Write a port in the range 1-65535.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      ports:
        - containerPort: 80800
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      ports:
        - containerPort: 8080
`,
  },
  *run(input) {
    for (const { object, pod, ports, field } of objectIndex(input).containersWith('ports')) {
      for (const { item, index } of ports) {
        const place = `${field}.ports[${index}]`;
        const containerPort = numberOf(item['containerPort']);
        const hostPort = numberOf(item['hostPort']);
        if (isNoPort(containerPort)) {
          const problem = `containerPort must be within 1-65535, got ${containerPort}`;
          yield { object, field: `${place}.containerPort`, problem };
        }
        if (hostPort !== 0 && isNoPort(hostPort)) {
          const problem = `hostPort must be within 1-65535, got ${hostPort}`;
          yield { object, field: `${place}.hostPort`, problem };
        }
        const isHost = pod.spec['hostNetwork'] === true;
        if (isHost && hostPort && containerPort !== undefined && hostPort !== containerPort) {
          yield {
            object,
            field: `${place}.hostPort`,
            problem: `on the host network hostPort must be the containerPort ${containerPort}, got ${hostPort}`,
            fix: 'Take hostPort out: on the host network the containerPort is the port of the host.',
            from: [`${place}.containerPort`],
          };
        }
      }
    }
  },
};
