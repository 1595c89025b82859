import { show } from '../../errors';
import { itemsAt, textAt } from '../../manifest/fields';
import { parseCidr, withoutLeadingZeros } from '../../manifest/ip-network';
import { at, isFields, type Fields } from '../../manifest/manifest';
import { isNoPort } from '../../manifest/scalars';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';

/** The peers and ports of a NetworkPolicy are whole. */
export const validNetworkPolicy: Check = {
  id: 'valid-network-policy',
  summary: 'Each peer of a NetworkPolicy says one thing, and its ports are in range.',
  why: 'The API server refuses an empty peer, an ipBlock beside a selector, an exception outside of its network, and ports out of range.',
  fix: 'Write a port from 1 to 65535.',
  severity: 'error',
  example: {
    wrong: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  ingress:
    - from:
        - ipBlock:
            cidr: 10.0.0.0/16
            except: [10.1.0.0/24]
`,
    right: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  ingress:
    - from:
        - ipBlock:
            cidr: 10.0.0.0/16
            except: [10.0.1.0/24]
`,
  },
  *run(input) {
    for (const object of objectIndex(input).ofKind('networking.k8s.io/NetworkPolicy')) {
      for (const [direction, peers] of [
        ['ingress', 'from'],
        ['egress', 'to'],
      ] as const) {
        for (const { item: rule, index } of itemsAt(object.manifest, 'spec', direction)) {
          const field = `spec.${direction}[${index}]`;
          for (const { item, index: position } of itemsAt(rule, peers)) {
            const place = `${field}.${peers}[${position}]`;
            for (const found of peerProblems(item, place)) yield { object, ...found };
          }
          for (const { item, index: position } of itemsAt(rule, 'ports')) {
            const place = `${field}.ports[${position}]`;
            for (const found of portProblems(item, place)) yield { object, ...found };
          }
        }
      }
    }
  },
};

type Found = Omit<Report, 'object'>;

const peerKeys = ['podSelector', 'namespaceSelector', 'ipBlock'];

function* peerProblems(peer: Fields, field: string): Generator<Found> {
  // An unknown key is reported as such.
  const keys = peerKeys.filter((key) => peer[key] !== undefined && peer[key] !== null);
  if (keys.length === 0) {
    yield {
      field,
      problem: 'the peer is empty',
      fix: 'Write podSelector, namespaceSelector or ipBlock; "podSelector: {}" is all pods of the namespace.',
      from: peerKeys.map((key) => `${field}.${key}`),
    };
  } else if (keys.includes('ipBlock') && keys.length > 1) {
    const problem = `ipBlock may not be beside ${keys.filter((key) => key !== 'ipBlock').join(' and ')}`;
    yield { field, problem, fix: 'Write each as a peer of its own, with a "-" before it.' };
  }
  const network = parseCidr(withoutLeadingZeros(textAt(peer, 'ipBlock', 'cidr') ?? ''));
  const except = at(peer, 'ipBlock', 'except');
  // A cidr that is no network is reported by the check of addresses.
  if (network === undefined || !Array.isArray(except)) return;
  for (const [index, one] of (except as unknown[]).entries()) {
    if (typeof one !== 'string') continue;
    const inner = parseCidr(withoutLeadingZeros(one));
    const isInside =
      inner?.family === network.family &&
      network.first <= inner.first &&
      inner.last <= network.last &&
      inner.prefix > network.prefix;
    if (isInside) continue;
    yield {
      field: `${field}.ipBlock.except[${index}]`,
      problem:
        inner === undefined
          ? `must be a network in CIDR form, got ${show(one)}`
          : `must be a part of ${textAt(peer, 'ipBlock', 'cidr') ?? ''}, got ${one}`,
      fix: 'Write a smaller network within cidr, with its prefix length.',
    };
  }
}

function* portProblems(port: Fields, field: string): Generator<Found> {
  const { port: first, endPort: last } = port;
  for (const [key, number] of [
    ['port', first],
    ['endPort', last],
  ] as const) {
    if (!isNoPort(number)) continue;
    yield { field: `${field}.${key}`, problem: `must be within 1-65535, got ${number}` };
  }
  if (typeof last !== 'number') return;
  if (typeof first !== 'number') {
    // A port of a wrong type is reported as such.
    if (isFields(first) || Array.isArray(first)) return;
    const problem = 'endPort needs the number of a port to begin with';
    const from = [`${field}.port`];
    yield { field: `${field}.endPort`, problem, fix: 'Write the first port as port.', from };
  } else if (last < first && last >= 1) {
    const problem = `must be ${first} (port) or more, got ${last}`;
    yield { field: `${field}.endPort`, problem, fix: 'Write the last port as endPort.' };
  }
}
