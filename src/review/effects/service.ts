import { minorOf } from '../../facts/kubernetes/minor';
import { isEqual } from '../../manifest/equal';
import { itemsAt, numberAt, textAt } from '../../manifest/fields';
import { at, type Manifest } from '../../manifest/manifest';
import type { Attribution } from '../change';
import { isWithin, type FieldChange, type KindEffects, type Pair } from '../kind-effects';
import { portChange } from '../service-ports';
import { selectorChange, sendingSentence } from '../service-selector';
import { namedWith } from '../surroundings';
import { said } from '../words';

/** Services: what keeps working and what doesn't. No pod restarts. */
export const service: KindEffects = {
  kinds: ['/Service'],
  rules: (change, pair) =>
    addressRules(change, pair) ?? nodePortRules(change, pair) ?? namelessPort(change, pair),
  changed(change, pair) {
    const { pattern } = change;
    if (isWithin(pattern, 'spec.selector')) return selectorChange(pair);
    if (pattern === 'spec.type') return type(change, pair);
    if (isWithin(pattern, 'spec.ports')) return portChange(change, pair);
    const sentence = sentences[pattern.split(/[.[]/)[1] ?? ''];
    if (sentence !== undefined && pattern.startsWith('spec.')) {
      return { effect: 'traffic', explanation: sentence(change) };
    }
    return undefined;
  },
  recreating: () => again,
  created({ manifest, around }) {
    return {
      effect: 'created',
      explanation: `${listening(manifest)} ${sendingSentence(manifest, around)}`.trim(),
    };
  },
  removed({ manifest, next }) {
    const ingresses = next?.ingressesTo(manifest) ?? [];
    const lost =
      ingresses.length === 0
        ? ''
        : ` ${namedWith(ingresses, 'sends', 'send')} to it and would reach nothing.`;
    return {
      effect: 'removed',
      explanation: `Where it is deleted, its name and address no longer answer${nodePorts(manifest)}; the pods go on running.${lost}`,
    };
  },
};

const again =
  'Delete the Service and apply it again: it gets another cluster IP, and another node port and load balancer address unless they are set; open connections break.';

const sentences: Readonly<Record<string, (change: FieldChange) => string>> = {
  sessionAffinity: ({ after }) =>
    after === 'ClientIP'
      ? 'A client is sent to the same pod each time; open connections go on.'
      : 'A client may reach another pod with each connection; open connections go on.',
  sessionAffinityConfig: () =>
    'How long a client stays with one pod changes; open connections go on.',
  externalTrafficPolicy: ({ after }) =>
    after === 'Local'
      ? 'Only nodes that run one of the pods answer from outside, and the pods see the address of the client.'
      : 'Every node answers from outside, and the pods no longer see the address of the client.',
  internalTrafficPolicy: ({ after }) =>
    after === 'Local'
      ? 'Clients in the cluster reach only pods on their own node; where there is none, they reach nothing.'
      : 'Clients in the cluster reach the pods of all nodes.',
  externalIPs: () => 'The nodes answer on other external addresses.',
  externalName: ({ after }) =>
    `The name of the Service leads to ${said(after)} as soon as DNS caches run out.`,
  loadBalancerIP: () =>
    'The provider is asked for another address; the old one may stop answering.',
  loadBalancerSourceRanges: () => 'Who may reach the load balancer changes; others are cut off.',
  loadBalancerClass: () => 'Another controller provides the load balancer; its address may change.',
  publishNotReadyAddresses: ({ after }) =>
    after === true
      ? 'Pods get traffic before they are ready.'
      : 'Pods get traffic only when they are ready.',
  ipFamilyPolicy: ({ after }) =>
    after === undefined || after === 'SingleStack'
      ? 'The Service loses its address of the second IP family; the first stays.'
      : 'The Service gets an address of the second IP family where the cluster has one; the first stays.',
  ipFamilies: () => 'The Service gets or loses an address of the second IP family.',
  allocateLoadBalancerNodePorts: ({ after }) =>
    after === false
      ? 'New ports get no node port; node ports that are allocated already stay.'
      : 'Each port gets a node port again.',
  healthCheckNodePort: () => 'The load balancer checks the nodes on another port.',
  trafficDistribution: () => 'Which pods are preferred changes; all stay reachable.',
  topologyKeys: () => 'Which pods are preferred changes.',
};

function addressRules(change: FieldChange, { before, after }: Pair): Attribution | undefined {
  const isOneOf = (...fields: string[]): boolean =>
    fields.some((field) => isWithin(change.pattern, field));
  const types = [textAt(before, 'spec', 'type'), textAt(after, 'spec', 'type')];
  const isFixed = !types.includes('ExternalName');
  const refusal = (explanation: string): Attribution => ({
    effect: 'rejected',
    explanation: `The API server refuses it: ${explanation}`,
    advice: again,
  });
  if (isOneOf('spec.clusterIP', 'spec.clusterIPs') && isFixed) {
    if (change.after === undefined && change.before !== 'None') {
      return { effect: 'none', explanation: 'The cluster IP that the Service has is kept.' };
    }
    if (change.pattern === 'spec.clusterIPs' && isAppended(change)) return undefined;
    return refusal(
      'the cluster IP may not change once it is set, nor between None and an address.',
    );
  }
  if (isOneOf('spec.ipFamilies') && isFixed && !isAppended(change)) {
    return refusal('the first IP family may not change.');
  }
  const isBalanced = types.every((type) => type === 'LoadBalancer');
  if (isOneOf('spec.loadBalancerClass') && isBalanced) {
    return refusal('loadBalancerClass may not change while the type is LoadBalancer.');
  }
  const isLocal = [before, after].every(
    (side) => at(side, 'spec', 'externalTrafficPolicy') === 'Local',
  );
  if (isOneOf('spec.healthCheckNodePort') && isBalanced && isLocal) {
    return change.after === undefined
      ? { effect: 'none', explanation: 'The health check port that the Service has is kept.' }
      : refusal('healthCheckNodePort may not change.');
  }
  return undefined;
}

/** Tells whether the first entry of a list stays. */
function isAppended({ before, after }: FieldChange): boolean {
  if (!Array.isArray(before) || !Array.isArray(after))
    return before === undefined || after === undefined;
  return isEqual(before[0], after[0]);
}

function nodePortRules(
  change: FieldChange,
  { before, after, version }: Pair,
): Attribution | undefined {
  const isCluster = textAt(after, 'spec', 'type') === 'ClusterIP';
  if (change.pattern === 'spec.type' && isCluster) {
    const had = portsOf(before);
    const named = portsOf(after);
    // Since 1.20 the server takes node ports away itself, where none of them is new.
    const isCleared = minorOf(version) >= 20 && named.every((port) => had.includes(port));
    if (named.length > 0 && !isCleared) {
      return {
        effect: 'rejected',
        explanation: `The API server refuses it: a Service of type ClusterIP may not name a node port, and it names ${named.join(', ')}.`,
        advice: 'Remove nodePort from the ports, or keep the type NodePort.',
      };
    }
  }
  if (change.pattern === 'spec.ports[*].nodePort' && change.after === undefined && !isCluster) {
    return {
      effect: 'none',
      explanation: `The node port ${said(change.before)} that the Service has is kept.`,
    };
  }
  return undefined;
}

/** Of several ports each needs a name. */
function namelessPort(change: FieldChange, { after }: Pair): Attribution | undefined {
  if (!isWithin(change.pattern, 'spec.ports')) return undefined;
  const ports = itemsAt(after, 'spec', 'ports');
  const nameless = ports.filter(({ item }) => textAt(item, 'name') === undefined);
  return ports.length > 1 && nameless.length > 0
    ? {
        effect: 'rejected',
        explanation: `The API server refuses it: of several ports each needs a name, and ${nameless.map(({ item }) => said(item['port'])).join(', ')} has none.`,
        advice: 'Give each port a name.',
      }
    : undefined;
}

function type(change: FieldChange, { after }: Pair): Attribution {
  const balancer = change.before === 'LoadBalancer' ? ' The load balancer is taken down.' : '';
  const told: Readonly<Record<string, string>> = {
    ClusterIP: `It is reachable inside the cluster only: node ports close. The cluster IP stays.${balancer}`,
    NodePort: `Every node answers on a node port${balancer === '' ? ' as well' : ''}. The cluster IP stays.${balancer}`,
    LoadBalancer:
      'The provider is asked for a load balancer; where there is no provider, its address stays pending. The cluster IP stays.',
    ExternalName:
      'The name leads to a name outside the cluster; the cluster IP is given back, and the pods get nothing through it.',
  };
  const from = change.before === 'ExternalName' ? ' It gets a cluster IP.' : '';
  const to = said(change.after);
  return {
    effect: 'traffic',
    explanation: `${told[to] ?? 'The way to reach it changes.'}${from}${to === 'NodePort' ? nodePorts(after, ' It is port ') : ''}`,
    ...(to === 'ClusterIP' && portsOf(after).length > 0
      ? {
          advice:
            'Remove nodePort from the ports: the server clears it now, but refuses it when the Service is created anew.',
        }
      : {}),
  };
}

function listening(manifest: Manifest): string {
  const ports = itemsAt(manifest, 'spec', 'ports').map(({ item }) => said(item['port']));
  return ports.length === 0
    ? 'Gives a name in the cluster.'
    : `Answers on port ${ports.join(', ')}${nodePorts(manifest, ', and on every node on ')}.`;
}

function portsOf(manifest: Manifest): readonly number[] {
  return itemsAt(manifest, 'spec', 'ports').flatMap(({ item }) => numberAt(item, 'nodePort') ?? []);
}

function nodePorts(manifest: Manifest, before = ', nor does node port '): string {
  const ports = portsOf(manifest);
  if (ports.length === 0) return '';
  return `${before}${ports.join(', ')}${before.startsWith(' It') ? '.' : ''}`;
}
