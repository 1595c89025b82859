import { kubekeyCalicoOneTunnel } from '../../../src/checks/rules/kubekey-calico-one-tunnel';
import { cluster, linesOf } from '../kubekey-input';

test('reports VXLAN beside IPIP, which is on by default', () => {
  expect(
    linesOf(kubekeyCalicoOneTunnel, cluster('spec: {network: {calico: {vxlanMode: CrossSubnet}}}')),
  ).toEqual([
    'error spec.network.calico.vxlanMode: is CrossSubnet while ipipMode is Always; KubeKey hands on both, and Calico refuses the address pool. Set ipipMode to Never to use VXLAN, or vxlanMode to Never to use IPIP.',
  ]);
});

test.each([
  ['VXLAN without IPIP', 'spec: {network: {calico: {ipipMode: Never, vxlanMode: Always}}}'],
  ['neither', 'spec: {network: {calico: {ipipMode: Never}}}'],
  ['another plugin', 'spec: {network: {plugin: flannel, calico: {vxlanMode: Always}}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyCalicoOneTunnel, cluster(change))).toEqual([]);
});
