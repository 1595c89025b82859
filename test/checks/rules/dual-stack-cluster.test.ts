import { dualStackCluster as check } from '../../../src/checks/rules/dual-stack-cluster';
import { finds, serviceYaml } from '../finds';
import { findsOnCluster } from '../on-cluster';

const dual = 'spec: { network: { kubeServiceCIDR: "10.233.0.0/18,fd85::/108" } }';

test('reports two families on a Cluster with one', () => {
  expect(findsOnCluster(check, '', serviceYaml('ipFamilyPolicy: RequireDualStack'))).toEqual([
    'error web spec.ipFamilyPolicy: is RequireDualStack, and the Cluster has IPv4 only: kubeServiceCIDR is 10.233.0.0/18',
  ]);
});

test('reports a family that the Cluster does not have', () => {
  const both = serviceYaml('ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv4, IPv6]');
  expect(findsOnCluster(check, '', both)).toEqual([
    'error web spec.ipFamilies[1]: asks for IPv6, and the Cluster has IPv4 only: kubeServiceCIDR is 10.233.0.0/18',
  ]);
  const ipv6 = 'spec: { network: { kubeServiceCIDR: "fd85::/108" } }';
  expect(findsOnCluster(check, ipv6, serviceYaml('ipFamilies: [IPv4]'))).toHaveLength(1);
});

test.each([
  ['a preference', '', 'ipFamilyPolicy: PreferDualStack'],
  ['the family that there is', '', 'ipFamilies: [IPv4]'],
  ['a Cluster with both', dual, 'ipFamilyPolicy: RequireDualStack, ipFamilies: [IPv6, IPv4]'],
  [
    'a headless Service without a selector',
    '',
    'clusterIP: None, ipFamilyPolicy: RequireDualStack',
  ],
  [
    'an ExternalName',
    '',
    'type: ExternalName, externalName: a.b, ipFamilyPolicy: RequireDualStack',
  ],
  [
    'a CIDR that can not be read',
    'spec: { network: { kubeServiceCIDR: ten } }',
    'ipFamilies: [IPv6]',
  ],
])('passes %s', (_what, change, spec) => {
  expect(findsOnCluster(check, change, serviceYaml(spec))).toEqual([]);
});

test('says nothing without a Cluster', () => {
  expect(finds(check, serviceYaml('ipFamilyPolicy: RequireDualStack'))).toEqual([]);
});
