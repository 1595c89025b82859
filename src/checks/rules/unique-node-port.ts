import { numberOf, textOf } from '../../manifest/fields';
import { describe, identityOf, refOf } from '../../manifest/manifest';
import type { Check, CheckedObject, Premise } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex, type IndexedService } from '../object-index';

/** No two Services of a cluster take one port of the nodes. */
export const uniqueNodePort: Check = {
  id: 'unique-node-port',
  summary: 'Each nodePort belongs to one Service.',
  why: 'A nodePort is taken for the whole cluster, whatever the namespace: the API server refuses the second Service with "provided port is already allocated".',
  fix: 'Choose another port, or leave nodePort out to let the cluster pick one.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector: { app: web }
  ports:
    - port: 80
      nodePort: 30080
---
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  type: NodePort
  selector: { app: shop }
  ports:
    - port: 80
      nodePort: 30080
`,
    right: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector: { app: web }
  ports:
    - port: 80
      nodePort: 30080
---
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  type: NodePort
  selector: { app: shop }
  ports:
    - port: 80
      nodePort: 30081
`,
  },
  *run(input) {
    const ports = nodePortsOf(objectIndex(input).services);
    for (const { entry, first } of duplicates(
      ports,
      ({ port, protocol }) => `${port} ${protocol}`,
    )) {
      const isOther = first.object !== entry.object;
      // An object that is written twice is reported as such, and so is a port of one Service.
      const isReported = isOther
        ? identityOf(first.object.manifest) === identityOf(entry.object.manifest)
        : first.own !== undefined && first.own === entry.own;
      if (isReported) continue;
      const owner = isOther ? describe(refOf(first.object.manifest)) : first.field;
      yield {
        object: entry.object,
        field: entry.field,
        problem: `nodePort ${entry.port} is already taken by ${owner}`,
        from: [entry, first].flatMap((one) =>
          ['port', 'protocol'].map((key): Premise => [one.object, siblingOf(one, key)]),
        ),
      };
    }
  },
};

interface NodePort {
  readonly object: CheckedObject;
  readonly port: number;
  /** The port of the Service itself. */
  readonly own: number | undefined;
  readonly protocol: string;
  readonly field: string;
}

/** Another field of the port: one that is written twice is reported as such. */
function siblingOf({ field }: NodePort, key: string): string {
  return field.replace(/[^.]*$/, key);
}

function nodePortsOf(services: readonly IndexedService[]): NodePort[] {
  const found: NodePort[] = [];
  for (const { object, spec, ports } of services) {
    for (const { item, index } of ports) {
      const port = item['nodePort'];
      if (!isTaken(port)) continue;
      const protocol = textOf(item['protocol']) ?? 'TCP';
      const own = numberOf(item['port']);
      found.push({ object, port, own, protocol, field: `spec.ports[${index}].nodePort` });
    }
    const port = spec['healthCheckNodePort'];
    if (!isTaken(port)) continue;
    const field = 'spec.healthCheckNodePort';
    found.push({ object, port, own: undefined, protocol: 'TCP', field });
  }
  return found;
}

/** 0 is how the API says that nothing was chosen. */
function isTaken(port: unknown): port is number {
  return typeof port === 'number' && port !== 0;
}
