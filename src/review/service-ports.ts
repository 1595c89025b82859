import { itemsAt, numberAt, textAt } from '../manifest/fields';
import type { Manifest } from '../manifest/manifest';
import type { Attribution } from './change';
import type { FieldChange, Pair } from './kind-effects';
import { named, namedWith } from './surroundings';
import { withoutPort } from './target-ports';
import { said } from './words';

/** What a change of one port of a Service does, for those inside and outside of the cluster. */
export function portChange(change: FieldChange, pair: Pair): Attribution {
  const { after } = pair;
  const field = change.pattern.replace('spec.ports[*]', '').replace(/^\./, '');
  const traffic = (explanation: string): Attribution => ({ effect: 'traffic', explanation });
  const before = said(change.before);
  const now = said(change.after);
  const unknown = field === 'targetPort' ? withoutPort(after, change.after, pair) : [];
  switch (field) {
    case '':
      return wholePort(change, pair);
    case 'spec.ports':
      return change.what === 'order'
        ? { effect: 'none', explanation: 'The order of ports means nothing.' }
        : traffic(
            textAt(after, 'spec', 'type') === 'ExternalName'
              ? 'The name leads elsewhere without a port of its own.'
              : 'All ports of the Service change.',
          );
    case 'port':
      return traffic(
        `Clients that use port ${before} get no answer; port ${now} answers instead.${follows(change, after)}${textAt(after, 'spec', 'type') === 'ClusterIP' ? '' : ' Node ports stay.'}${lostBy(pair, change.before)}`,
      );
    case 'targetPort':
      return traffic(
        `The Service goes on answering on the same port and sends to port ${now} of the pods instead of ${before}; ${unknown.length === 0 ? "pods that don't listen there refuse." : `the pods of ${named(unknown.map(({ manifest }) => manifest))} have no port of that name, so nothing reaches them.`}`,
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
        `The port has another name: who refers to it by name (an Ingress, a DNS SRV record) loses it; by number it goes on answering.${lostBy(pair, change.before)}`,
      );
    default:
      return traffic(
        `The port goes on answering${textAt(after, 'spec', 'type') === 'LoadBalancer' ? '; the load balancer may treat it otherwise' : ''}.`,
      );
  }
}

/** Which Ingresses send to a port that is no longer there, as a sentence; empty where none does. */
function lostBy({ after, next }: Pair, ...ports: readonly unknown[]): string {
  const left = itemsAt(after, 'spec', 'ports').flatMap(({ item }) => [item['port'], item['name']]);
  const lost = next.ingressesTo(after, (port) => ports.includes(port) && !left.includes(port));
  return lost.length === 0
    ? ''
    : ` ${namedWith(lost, 'sends', 'send')} to it by what it was called, and ${new Set(lost).size === 1 ? 'reaches' : 'reach'} nothing.`;
}

function wholePort({ before, after }: FieldChange, pair: Pair): Attribution {
  const at = (value: unknown): string => {
    const node = numberAt(value, 'nodePort');
    return `${numberAt(value, 'port') ?? '(none)'}${node === undefined ? '' : ` (node port ${node})`}`;
  };
  return {
    effect: 'traffic',
    explanation:
      before === undefined
        ? `The Service answers on port ${at(after)} as well; the other ports go on.`
        : `Port ${at(before)} no longer answers; the other ports go on.${lostBy(pair, numberAt(before, 'port'), textAt(before, 'name'))}`,
  };
}

/** Where no target port is written it is the port itself, so the pods must listen there. */
function follows({ after: port }: FieldChange, after: Manifest): string {
  const item = itemsAt(after, 'spec', 'ports').find((found) => found.item['port'] === port)?.item;
  return item?.['targetPort'] === port
    ? ` It sends to port ${said(port)} of the pods: pods that don't listen there refuse.`
    : '';
}
