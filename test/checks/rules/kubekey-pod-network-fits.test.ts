import { kubekeyPodNetworkFits } from '../../../src/checks/rules/kubekey-pod-network-fits';
import { cluster, linesOf } from '../kubekey-input';

test('reports more hosts than parts', () => {
  expect(
    linesOf(kubekeyPodNetworkFits, cluster('spec: {network: {kubePodsCIDR: 10.0.0.0/24}}')),
  ).toEqual([
    'error spec.network.kubePodsCIDR: 10.0.0.0/24 has room for 1 nodes of a /24, but there are 3; KubeKey does not count them. Choose a larger kubePodsCIDR, or another nodeCidrMaskSize or maxPods.',
  ]);
});

test('reports a size out of range', () => {
  expect(
    linesOf(kubekeyPodNetworkFits, cluster('spec: {kubernetes: {nodeCidrMaskSize: 33}}')),
  ).toEqual([
    'error spec.kubernetes.nodeCidrMaskSize: must be from 1 to 32, got 33; KubeKey hands it on, and the controller manager stops. Use a number from 18 to 32.',
  ]);
});

test('reports a network smaller than one part', () => {
  expect(
    linesOf(kubekeyPodNetworkFits, cluster('spec: {network: {kubePodsCIDR: 10.0.0.0/25}}')),
  ).toEqual([
    'error spec.network.kubePodsCIDR: 10.0.0.0/25 is smaller than the /24 that each node needs; KubeKey hands it on, and kubeadm stops. Use a kubePodsCIDR larger than a /24, or a larger nodeCidrMaskSize.',
  ]);
});

test('reports parts that are far smaller than the network', () => {
  expect(
    linesOf(
      kubekeyPodNetworkFits,
      cluster('spec: {network: {kubePodsCIDR: "10.0.0.0/16,fd00::/48"}}'),
    ),
  ).toEqual([
    'error spec.network.kubePodsCIDR: a /120 for each node is more than 16 bits smaller than fd00::/48; KubeKey hands it on, and kubeadm stops. Write nodeCidrMaskSizeIPv6 of at most 64, or a smaller kubePodsCIDR.',
  ]);
});

test('reports more Pods than addresses', () => {
  expect(
    linesOf(
      kubekeyPodNetworkFits,
      cluster('spec: {kubernetes: {nodeCidrMaskSize: 25, maxPods: 127}}'),
    ),
  ).toEqual([
    'error spec.kubernetes.maxPods: allows 127 Pods on a node, but a /25 has room for 126; KubeKey does not compare them. Use maxPods of at most 126, or a smaller number for nodeCidrMaskSize.',
  ]);
});

test.each([
  ['exactly as many hosts as parts', 'spec: {network: {kubePodsCIDR: 10.0.0.0/22}}'],
  ['exactly as many Pods as addresses', 'spec: {kubernetes: {nodeCidrMaskSize: 25, maxPods: 126}}'],
  ["a network that can't be read", 'spec: {network: {kubePodsCIDR: abc}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyPodNetworkFits, cluster(change))).toEqual([]);
});
