import { itemsAt, numberAt, textAt } from '../manifest/fields';
import type { Manifest } from '../manifest/manifest';
import type { Attribution } from './change';
import type { FieldChange } from './kind-effects';
import { said } from './words';

/** What a change of one port of a Service does, for those inside and outside of the cluster. */
export function portChange(change: FieldChange, after: Manifest): Attribution {
  const field = change.pattern.replace('spec.ports[*]', '').replace(/^\./, '');
  const traffic = (explanation: string): Attribution => ({ effect: 'traffic', explanation });
  const before = said(change.before);
  const now = said(change.after);
  switch (field) {
    case '':
      return wholePort(change);
    case 'spec.ports':
      return change.what === 'order'
        ? { effect: 'none', explanation: 'The order of ports means nothing.' }
        : traffic('All ports of the Service change.');
    case 'port':
      return traffic(
        `Clients that use port ${before} get no answer; port ${now} answers instead.${follows(change, after)} Node ports stay.`,
      );
    case 'targetPort':
      return traffic(
        `The Service goes on answering on the same port and sends to port ${now} of the pods instead of ${before}; pods that don't listen there refuse.`,
      );
    case 'nodePort':
      if (change.after === undefined) {
        return traffic(`Port ${before} closes on every node. Inside the cluster nothing changes.`);
      }
      return traffic(
        change.before === undefined
          ? `Every node answers on port ${now}; a node port that was allocated before closes. Inside the cluster nothing changes.`
          : `Port ${before} closes on every node and port ${now} opens; clients from outside need the new one. Inside the cluster nothing changes.`,
      );
    case 'protocol':
      return traffic(`The port answers ${now} instead of ${before}.`);
    case 'name':
      return traffic(
        'The port has another name: who refers to it by name (an Ingress, a DNS SRV record) loses it; by number it goes on answering.',
      );
    default:
      return traffic(
        `The port goes on answering${textAt(after, 'spec', 'type') === 'LoadBalancer' ? '; the load balancer may treat it otherwise' : ''}.`,
      );
  }
}

function wholePort({ before, after }: FieldChange): Attribution {
  const at = (value: unknown): string => {
    const node = numberAt(value, 'nodePort');
    return `${numberAt(value, 'port') ?? '(none)'}${node === undefined ? '' : ` (node port ${node})`}`;
  };
  return {
    effect: 'traffic',
    explanation:
      before === undefined
        ? `The Service answers on port ${at(after)} as well; the other ports go on.`
        : `Port ${at(before)} no longer answers; the other ports go on.`,
  };
}

/** Where no target port is written it is the port itself, so the pods must listen there. */
function follows({ after: port }: FieldChange, after: Manifest): string {
  const item = itemsAt(after, 'spec', 'ports').find((found) => found.item['port'] === port)?.item;
  return item?.['targetPort'] === port
    ? ` It sends to port ${said(port)} of the pods: pods that don't listen there refuse.`
    : '';
}
