import { validNetworkPolicy as check } from '../../../src/checks/rules/valid-network-policy';
import { finds } from '../finds';

const egress = (rule: string): string[] =>
  finds(
    check,
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: it }
spec: { podSelector: {}, egress: [{ ${rule} }] }
`,
  );

test.each([
  'to: [{ podSelector: {}, namespaceSelector: {} }, { ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }]',
  'ports: [{ port: dns, protocol: UDP }, { port: 80, endPort: 80 }, {}]',
])('passes sound peers and ports: %s', (rule) => {
  expect(egress(rule)).toEqual([]);
});

test.each([
  ['to: [{}]', 'to[0]: the peer is empty'],
  [
    'to: [{ ipBlock: { cidr: 10.0.0.0/8 }, podSelector: {} }]',
    'to[0]: ipBlock may not be beside podSelector',
  ],
  [
    'to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.0.0.0/8] } }]',
    'to[0].ipBlock.except[0]: must be a part of 10.0.0.0/8, got 10.0.0.0/8',
  ],
  [
    'to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.0.0.1] } }]',
    'to[0].ipBlock.except[0]: must be a network in CIDR form, got "10.0.0.1"',
  ],
  ['ports: [{ port: 0 }]', 'ports[0].port: must be within 1-65535, got 0'],
  ['ports: [{ port: 90, endPort: 80 }]', 'ports[0].endPort: must be 90 (port) or more, got 80'],
  [
    'ports: [{ endPort: 80 }]',
    'ports[0].endPort: endPort needs the number of a port to begin with',
  ],
])('reports what the API server refuses: %s', (rule, found) => {
  expect(egress(rule)).toEqual([`error NetworkPolicy/it spec.egress[0].${found}`]);
});
