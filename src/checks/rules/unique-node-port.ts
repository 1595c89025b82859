import { itemsAt, numberAt, textAt } from '../../manifest/fields';
import { describe, identityOf, refOf } from '../../manifest/manifest';
import type { Check } from '../check';
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
    const ports = objectIndex(input)
      .ofKind('/Service')
      .flatMap((object) => [
        ...itemsAt(object.manifest, 'spec', 'ports').map(({ item, index }) => ({
          object,
          port: numberAt(item, 'nodePort'),
          protocol: textAt(item, 'protocol') ?? 'TCP',
          field: `spec.ports[${index}].nodePort`,
        })),
        {
          object,
          port: numberAt(object.manifest, 'spec', 'healthCheckNodePort'),
          protocol: 'TCP',
          field: 'spec.healthCheckNodePort',
        },
      ])
      .filter(({ port }) => port !== undefined && port !== 0);
    const key = ({ port, protocol }: (typeof ports)[number]): string => `${port ?? 0} ${protocol}`;
    for (const { entry, first } of duplicates(ports, key)) {
      const isOther = first.object !== entry.object;
      // An object that is written twice is reported as such.
      if (isOther && identityOf(first.object.manifest) === identityOf(entry.object.manifest))
        continue;
      const owner = isOther ? describe(refOf(first.object.manifest)) : first.field;
      yield {
        object: entry.object,
        field: entry.field,
        problem: `nodePort ${entry.port ?? 0} is already taken by ${owner}`,
      };
    }
  },
};
