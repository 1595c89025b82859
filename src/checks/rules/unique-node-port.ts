import { itemsAt, numberAt, textAt } from '../../manifest/fields';
import { describe, identityOf, refOf } from '../../manifest/manifest';
import type { Check, CheckedObject } from '../check';
import { duplicates } from '../duplicates';
import { objectIndex } from '../object-index';

/** No two Services of a cluster take one port of the nodes. */
export const uniqueNodePort: Check = {
  id: 'unique-node-port',
  summary: 'Each nodePort belongs to one Service.',
  why: 'A nodePort is taken for the whole cluster, whatever the namespace: the API server refuses the second Service with "provided port is already allocated".',
  fix: 'Choose another port, or leave nodePort out to let the cluster pick one.',
  severity: 'error',
  *run(input) {
    const ports = objectIndex(input).ofKind('/Service').flatMap(nodePortsOf);
    for (const { entry, first } of duplicates(
      ports,
      ({ port, protocol }) => `${port} ${protocol}`,
    )) {
      const isOther = first.object !== entry.object;
      // An object that is written twice is reported as such.
      if (isOther && identityOf(first.object.manifest) === identityOf(entry.object.manifest))
        continue;
      const owner = isOther ? describe(refOf(first.object.manifest)) : first.field;
      yield {
        object: entry.object,
        field: entry.field,
        problem: `nodePort ${entry.port} is already taken by ${owner}`,
      };
    }
  },
};

interface NodePort {
  readonly object: CheckedObject;
  readonly port: number;
  readonly protocol: string;
  readonly field: string;
}

function nodePortsOf(object: CheckedObject): NodePort[] {
  const found: NodePort[] = [];
  for (const { item, index } of itemsAt(object.manifest, 'spec', 'ports')) {
    const port = numberAt(item, 'nodePort') ?? 0;
    if (port === 0) continue;
    const protocol = textAt(item, 'protocol') ?? 'TCP';
    found.push({ object, port, protocol, field: `spec.ports[${index}].nodePort` });
  }
  const port = numberAt(object.manifest, 'spec', 'healthCheckNodePort') ?? 0;
  if (port !== 0) {
    found.push({ object, port, protocol: 'TCP', field: 'spec.healthCheckNodePort' });
  }
  return found;
}
