import { validPodNetwork as check } from '../../../src/checks/rules/valid-pod-network';
import { finds, podYaml } from '../finds';

const pod = (spec: string): string[] => finds(check, podYaml(spec));

test.each([
  'hostname: web-0, subdomain: web',
  'hostAliases: [{ ip: "::1", hostnames: [a.b] }]',
  'dnsPolicy: None, dnsConfig: { nameservers: [1.1.1.1] }',
  'dnsConfig: { searches: [a.b] }',
])('passes names and addresses: %s', (spec) => {
  expect(pod(spec)).toEqual([]);
});

test.each([
  [
    'hostname: a.b',
    `hostname: must hold only small letters, digits and '-', and begin and end with a letter or a digit, got "a.b"`,
  ],
  ['hostAliases: [{ ip: localhost }]', 'hostAliases[0].ip: must be an IP address, got "localhost"'],
  ['dnsPolicy: None', 'dnsConfig.nameservers: dnsPolicy: None needs a DNS server'],
  [
    'dnsConfig: { nameservers: [dns.example.com] }',
    'dnsConfig.nameservers[0]: must be an IP address, got "dns.example.com"',
  ],
])('reports what the API server refuses: %s', (spec, found) => {
  expect(pod(spec)).toEqual([`error Pod/web spec.${found}`]);
});
