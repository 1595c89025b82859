import { knownValues } from '../../../src/checks/rules/known-values';
import { validServiceType as check } from '../../../src/checks/rules/valid-service-type';
import { finds, serviceYaml } from '../finds';

const service = (spec: string): string[] => finds(check, serviceYaml(spec));

test.each([
  'type: NodePort',
  'type: LoadBalancer, loadBalancerClass: a/b, allocateLoadBalancerNodePorts: false',
  'loadBalancerSourceRanges: [], loadBalancerClass: null',
  'type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 32000',
  'sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 86400 } }',
])('passes fields that the type takes: %s', (spec) => {
  expect(service(spec)).toEqual([]);
});

test.each([
  [
    'loadBalancerClass: a/b',
    'loadBalancerClass: loadBalancerClass is only for the type LoadBalancer, and this is a ClusterIP',
  ],
  [
    'type: NodePort, allocateLoadBalancerNodePorts: false',
    'allocateLoadBalancerNodePorts: allocateLoadBalancerNodePorts is only for the type LoadBalancer, and this is a NodePort',
  ],
  [
    'type: LoadBalancer, healthCheckNodePort: 32000',
    'healthCheckNodePort: healthCheckNodePort is only for the type LoadBalancer with externalTrafficPolicy: Local',
  ],
  [
    'sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 0 } }',
    'sessionAffinityConfig.clientIP.timeoutSeconds: must be within 1-86400, a day, got 0',
  ],
])('reports fields that it does not take: %s', (spec, found) => {
  expect(service(spec)).toEqual([`error Service/web spec.${found}`]);
});

test('leaves a misspelt type to the check that says so', () => {
  const yaml = serviceYaml('type: Loadbalancer, loadBalancerClass: a/b');
  expect(finds([check, knownValues], yaml).map((line) => line.split(':')[0])).toEqual([
    'error Service/web spec.type',
  ]);
});

test('wants each family of addresses once, and one of them where there is a single stack', () => {
  const families = (list: string, policy = 'PreferDualStack'): string[] =>
    finds(
      check,
      serviceYaml(`ipFamilyPolicy: ${policy}, ipFamilies: [${list}], ports: [{ port: 80 }]`),
    );
  expect(families('IPv4, IPv6')).toEqual([]);
  expect(families('IPv6', 'SingleStack')).toEqual([]);
  expect(families('IPv4, IPv4')).toEqual([
    'error Service/web spec.ipFamilies: must be one or both of IPv4 and IPv6, got IPv4, IPv4',
  ]);
  expect(families('IPv4, IPv6', 'SingleStack')).toHaveLength(1);
});
