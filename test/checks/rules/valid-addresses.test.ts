import { validAddresses as check } from '../../../src/checks/rules/valid-addresses';
import { finds, serviceYaml } from '../finds';

test.each([
  'clusterIP: None',
  'clusterIP: 10.96.0.10, externalIPs: [192.168.0.2, "2001:db8::1"]',
  'type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8, "2001:db8::/32"]',
  'type: ExternalName, externalName: db.example.com.',
])('passes a Service with sound addresses: %s', (spec) => {
  expect(finds(check, serviceYaml(spec))).toEqual([]);
});

test.each([
  ['clusterIP: 10.0.0.300', 'clusterIP: must be an IP address or None, got "10.0.0.300"'],
  ['externalIPs: [node1]', 'externalIPs[0]: must be an IP address, got "node1"'],
  [
    'loadBalancerSourceRanges: [10.0.0.0/40]',
    'loadBalancerSourceRanges[0]: must be a network in CIDR form, got "10.0.0.0/40"',
  ],
  [
    'type: ExternalName, externalName: "db:5432"',
    'externalName: must be a DNS name, got "db:5432"',
  ],
])('reports a Service with a broken address: %s', (spec, found) => {
  expect(finds(check, serviceYaml(spec))).toEqual([`error Service/web spec.${found}`]);
});

test('reports a network of a NetworkPolicy without its prefix length', () => {
  const policy = (cidr: string): string[] =>
    finds(
      check,
      `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: it }
spec: { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: ${cidr} } }] }] }
`,
    );
  expect(policy('10.0.0.0/16')).toEqual([]);
  expect(policy('10.0.0.1')).toEqual([
    'error NetworkPolicy/it spec.egress[0].to[0].ipBlock.cidr: must be a network in CIDR form, got "10.0.0.1"',
  ]);
});

test('wants the addresses of a slice in its family', () => {
  const slice = (type: string, address: string): string[] =>
    finds(
      check,
      `apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: { name: it }\naddressType: ${type}\nendpoints: [{ addresses: ["${address}"] }]`,
    );
  expect(slice('IPv4', '10.0.0.1')).toEqual([]);
  expect(slice('FQDN', 'a.example.com')).toEqual([]);
  expect(slice('IPv6', '10.0.0.1')).toEqual([
    'error EndpointSlice/it endpoints[0].addresses[0]: must be an IPv6 address, got "10.0.0.1"',
  ]);
  expect(slice('IPv4', 'web')).toHaveLength(1);
});

test('reads leading zeros as the server does', () => {
  expect(
    finds(check, serviceYaml('type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/08]')),
  ).toEqual([]);
});
