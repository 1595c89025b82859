import { kubekeyKubeOvnGateway } from '../../../src/checks/rules/kubekey-kube-ovn-gateway';
import { cluster, linesOf } from '../kubekey-input';

test('reports the default gateway in another network', () => {
  expect(
    linesOf(
      kubekeyKubeOvnGateway,
      cluster('spec: {network: {plugin: kubeovn, kubePodsCIDR: 10.16.0.0/16}}'),
    ),
  ).toEqual([
    'error spec.network.kubeovn.kube-ovn-controller.podGateway: 10.233.64.1 does not lie within 10.16.0.0/16; KubeKey takes it all the same. Set network.kubeovn.kube-ovn-controller.podGateway to the first address of kubePodsCIDR.',
  ]);
});

test('reports a gateway that is no address', () => {
  expect(
    linesOf(
      kubekeyKubeOvnGateway,
      cluster(
        'spec: {network: {plugin: kubeovn, kubeovn: {kube-ovn-controller: {podGateway: gateway}}}}',
      ),
    ),
  ).toEqual([
    'error spec.network.kubeovn.kube-ovn-controller.podGateway: gateway does not lie within 10.233.64.0/18; KubeKey takes it all the same. Set network.kubeovn.kube-ovn-controller.podGateway to the first address of kubePodsCIDR.',
  ]);
});

test.each([
  [
    'a gateway within the network',
    'spec: {network: {plugin: kubeovn, kubePodsCIDR: 10.16.0.0/16, kubeovn: {kube-ovn-controller: {podGateway: 10.16.0.1}}}}',
  ],
  ['other plugins', 'spec: {network: {kubePodsCIDR: 10.16.0.0/16}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyKubeOvnGateway, cluster(change))).toEqual([]);
});
