import { show } from '../../errors';
import { textAt } from '../../manifest/fields';
import type { Fields } from '../../manifest/manifest';
import type { Check } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex } from '../object-index';

/** The ports of a pod's containers do not collide. */
export const uniqueContainerPort: Check = {
  id: 'unique-container-port',
  summary: 'The ports of containers have different names and numbers.',
  why: 'The API server refuses two ports of one name in a container and two of one hostPort in a pod; it takes one number twice, but two processes of a pod cannot listen on it.',
  fix: 'Give one of the ports another name or number, or take it out.',
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
        - containerPort: 80
        - containerPort: 80
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
        - containerPort: 80
        - containerPort: 8080
`,
  },
  *run(input) {
    for (const { object, pod } of objectIndex(input).pods) {
      const { containers } = pod;
      if (containers.reduce((count, { ports }) => count + ports.length, 0) < 2) continue;
      const ports = containers.flatMap(({ list, field, ports: own }) =>
        own.map(({ item, index }) => ({
          item,
          list,
          container: field,
          field: `${field}.ports[${index}]`,
        })),
      );
      const twice = new Set(
        duplicates(containers, ({ name }) => name || undefined).map(({ entry }) => entry.field),
      );
      const name = (port: (typeof ports)[number]): string | undefined => {
        const own = textAt(port.item, 'name');
        return own === undefined ? undefined : `${port.container} ${own}`;
      };
      for (const { entry } of duplicates(ports, name)) {
        const problem = `another port of the container has the name ${show(textAt(entry.item, 'name') ?? '')}`;
        yield { object, field: `${entry.field}.name`, problem, cause: entry.field };
      }
      // Init containers run one after the other, so they may share what is of the pod.
      const shared = ports.filter(({ list }) => list === 'containers');
      for (const { entry, key } of duplicates(shared, ({ item }) => hostPort(item))) {
        const problem = `another port of the pod has the hostPort ${key}`;
        // A container that is written twice has each of its ports twice.
        const cause = twice.has(entry.container) ? entry.container : entry.field;
        yield { object, field: `${entry.field}.hostPort`, problem, cause };
      }
      for (const { entry, key } of duplicates(shared, ({ item }) => number(item))) {
        const field = `${entry.field}.containerPort`;
        yield {
          object,
          field,
          problem: `the pod has the port ${key} already`,
          severity: 'warning',
        };
      }
    }
  },
};

function hostPort(port: Fields): string | undefined {
  const number = port['hostPort'];
  if (typeof number !== 'number' || number === 0) return undefined;
  return [number, protocol(port), textAt(port, 'hostIP')].filter(Boolean).join(' ');
}

function number(port: Fields): string | undefined {
  const own = port['containerPort'];
  return typeof own === 'number' ? `${own} ${protocol(port)}` : undefined;
}

function protocol(port: Fields): string {
  return textAt(port, 'protocol') ?? 'TCP';
}
