import { kubekeyValidCidr } from '../../../src/checks/rules/kubekey-valid-cidr';
import { cluster, linesOf } from '../kubekey-input';

test('reports texts that are no networks', () => {
  expect(
    linesOf(
      kubekeyValidCidr,
      cluster(
        'spec: {network: {kubePodsCIDR: 10.0.0.0, kubeServiceCIDR: 10.0.0.0/8/8, kubeovn: {joinCIDR: a/8}}, registry: {bridgeIP: 172.26.0.1}}',
      ),
    ),
  ).toEqual([
    'error spec.network.kubePodsCIDR: "10.0.0.0" is no network; KubeKey hands it on, and the network never works. Write it like 10.233.64.0/18.',
    'error spec.network.kubeServiceCIDR: "10.0.0.0/8/8" is no network; KubeKey panics on it or hands it on, and kubeadm stops. Write it like 10.233.64.0/18.',
    'error spec.network.kubeovn.joinCIDR: "a/8" is no network; KubeKey hands it on, and the network never works. Write it like 10.233.64.0/18.',
    'error spec.registry.bridgeIP: "172.26.0.1" is no network; KubeKey writes it as it is, and Docker does not start. Write it like 10.233.64.0/18.',
  ]);
});

test('reports too small a network for Services', () => {
  expect(
    linesOf(kubekeyValidCidr, cluster('spec: {network: {kubeServiceCIDR: 10.0.0.0/29}}')),
  ).toEqual([
    'error spec.network.kubeServiceCIDR: "10.0.0.0/29" has fewer than 10 addresses for Services; KubeKey panics or kubeadm stops. Use a prefix length from 12 to 28, or from 108 to 124 for IPv6.',
  ]);
});

test('reports too large a network for Services', () => {
  expect(
    linesOf(kubekeyValidCidr, cluster('spec: {network: {kubeServiceCIDR: 10.0.0.0/11}}')),
  ).toEqual([
    'error spec.network.kubeServiceCIDR: "10.0.0.0/11" has more than 2^20 addresses for Services; KubeKey hands it on, and the API server stops. Use a prefix length from 12 to 28, or from 108 to 124 for IPv6.',
  ]);
});

test('warns of bits behind the prefix', () => {
  expect(
    linesOf(kubekeyValidCidr, cluster('spec: {network: {kubePodsCIDR: 10.233.64.5/18}}')),
  ).toEqual([
    'warning spec.network.kubePodsCIDR: "10.233.64.5/18" has bits set behind its prefix; Kubernetes ignores them, and Calico refuses them. Write the first address of the network before the slash.',
  ]);
});

test('reports a missing part', () => {
  expect(
    linesOf(kubekeyValidCidr, cluster('spec: {network: {kubePodsCIDR: "10.233.64.0/18,"}}')),
  ).toEqual([
    'error spec.network.kubePodsCIDR: "" is no network; KubeKey hands it on, and the network never works. Write it like 10.233.64.0/18.',
  ]);
});

test.each([
  ['the limits for Services', 'spec: {network: {kubeServiceCIDR: 10.0.0.0/28}}'],
  ['an address of the bridge within its network', 'spec: {registry: {bridgeIP: 172.26.0.1/16}}'],
  ['empty texts, which stand for the default', 'spec: {network: {kubePodsCIDR: ""}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidCidr, cluster(change))).toEqual([]);
});

test('names ten parts of a long list, each once', () => {
  const parts = Array.from({ length: 1000 }, (_, index) => `a${index % 500}/8`).join(',');
  const found = linesOf(kubekeyValidCidr, cluster(`spec: {network: {kubePodsCIDR: "${parts}"}}`));
  expect(found).toHaveLength(10);
});
