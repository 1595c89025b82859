import { show } from '../../errors';
import { at } from '../../manifest/manifest';
import { itemsAt, textAt } from '../../manifest/fields';
import { parseCidr, parseIp, withoutLeadingZeros } from '../../manifest/ip-network';
import { dnsSubdomainProblem } from '../../manifest/names';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';

/** The addresses of Services and NetworkPolicies are addresses. */
export const validAddresses: Check = {
  id: 'valid-addresses',
  summary:
    'Addresses, networks and DNS names of Services, EndpointSlices and NetworkPolicies are written as such.',
  why: 'The API server refuses an address out of range, a network without its prefix length, and a DNS name with a scheme or a port.',
  fix: 'Write an address such as 10.0.0.1, a network such as 10.0.0.0/16, or a DNS name such as db.example.com.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Service
metadata:
  name: db
spec:
  type: ExternalName
  externalName: https://db.example.com
`,
    right: `apiVersion: v1
kind: Service
metadata:
  name: db
spec:
  type: ExternalName
  externalName: db.example.com
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const object of index.having('/Service', ...addressFields)) {
      yield* serviceProblems(object);
    }
    for (const object of index.ofKind('discovery.k8s.io/EndpointSlice')) {
      yield* sliceProblems(object);
    }
    for (const object of index.ofKind('networking.k8s.io/NetworkPolicy')) {
      yield* policyProblems(object);
    }
  },
};

/** How the addresses of a slice are written. */
const families = new Map([
  ['IPv4', 4],
  ['IPv6', 6],
]);

function* sliceProblems(object: CheckedObject): Generator<Report> {
  const type = textAt(object.manifest, 'addressType') ?? '';
  const family = families.get(type);
  if (family === undefined) return;
  // An IPv4 address may be written as an IPv6 one.
  const isOfFamily = (text: string): boolean =>
    parseIp(withoutLeadingZeros(text.replace(/^::ffff:(?=.*\.)/i, '')))?.family === family;
  for (const { item, index } of itemsAt(object.manifest, 'endpoints')) {
    const addresses = item['addresses'];
    if (!Array.isArray(addresses)) continue;
    for (const [position, text] of (addresses as unknown[]).entries()) {
      if (typeof text !== 'string') continue;
      const field = `endpoints[${index}].addresses[${position}]`;
      yield* problems(object, field, text, isOfFamily, `an ${type} address`);
    }
  }
}

/** The fields of a Service that hold addresses or names. */
const addressFields = ['clusterIP', 'externalIPs', 'externalName', 'loadBalancerSourceRanges'];

function* serviceProblems(object: CheckedObject): Generator<Report> {
  const spec = at(object.manifest, 'spec');
  const clusterIp = textAt(spec, 'clusterIP');
  if (clusterIp !== undefined && clusterIp !== 'None') {
    yield* problems(object, 'spec.clusterIP', clusterIp, isAddress, 'an IP address or None');
  }
  yield* listProblems(object, 'externalIPs', isAddress, 'an IP address');
  // The server takes spaces around each of them.
  const isTrimmed = (text: string): boolean => isNetwork(text.trim());
  yield* listProblems(object, 'loadBalancerSourceRanges', isTrimmed, 'a network in CIDR form');
  const name = textAt(spec, 'externalName')?.replace(/\.$/, '');
  if (name !== undefined && textAt(spec, 'type') === 'ExternalName') {
    const isName = (text: string): boolean => dnsSubdomainProblem(text) === undefined;
    yield* problems(object, 'spec.externalName', name, isName, 'a DNS name');
  }
}

function* listProblems(
  object: CheckedObject,
  key: string,
  holds: (text: string) => boolean,
  words: string,
): Generator<Report> {
  const list = at(object.manifest, 'spec', key);
  if (!Array.isArray(list)) return;
  for (const [position, value] of list.entries()) {
    if (typeof value !== 'string') continue;
    yield* problems(object, `spec.${key}[${position}]`, value, holds, words);
  }
}

function* policyProblems(object: CheckedObject): Generator<Report> {
  for (const [direction, peers] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    for (const { item, index } of itemsAt(object.manifest, 'spec', direction)) {
      for (const { item: peer, index: position } of itemsAt(item, peers)) {
        const cidr = textAt(peer, 'ipBlock', 'cidr');
        if (cidr === undefined) continue;
        const field = `spec.${direction}[${index}].${peers}[${position}].ipBlock.cidr`;
        yield* problems(object, field, cidr, isNetwork, 'a network in CIDR form');
      }
    }
  }
}

function* problems(
  object: CheckedObject,
  field: string,
  text: string,
  holds: (text: string) => boolean,
  words: string,
): Generator<Report> {
  if (holds(text)) return;
  const problem = `must be ${words}, got ${show(text)}`;
  const isAlone = words.includes('CIDR') && isAddress(text);
  const fix = isAlone
    ? `Write ${text}${text.includes(':') ? '/128' : '/32'} for this one address.`
    : undefined;
  yield { object, field, problem, ...(fix === undefined ? {} : { fix }) };
}

function isAddress(text: string): boolean {
  return parseIp(withoutLeadingZeros(text)) !== undefined;
}

function isNetwork(text: string): boolean {
  return parseCidr(withoutLeadingZeros(text)) !== undefined;
}
