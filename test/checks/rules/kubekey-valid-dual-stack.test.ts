import { kubekeyValidDualStack } from '../../../src/checks/rules/kubekey-valid-dual-stack';
import { cluster, linesOf } from '../kubekey-input';

test('reports spaces', () => {
  expect(
    linesOf(
      kubekeyValidDualStack,
      cluster('spec: {network: {kubePodsCIDR: "10.233.64.0/18, fd00::/112"}}'),
    ),
  ).toEqual([
    'error spec.network.kubePodsCIDR: "10.233.64.0/18, fd00::/112" holds a space; KubeKey makes it a part of the value. Write "IPv4,IPv6": IPv4 first, one comma, no space.',
  ]);
});

test('reports IPv6 first, alone, or twice', () => {
  expect(
    linesOf(
      kubekeyValidDualStack,
      cluster(
        'spec: {network: {kubePodsCIDR: "fd00::/112,10.233.64.0/18", kubeServiceCIDR: fd00:1::/112}}',
      ),
    ),
  ).toEqual([
    'error spec.network.kubePodsCIDR: "fd00::/112,10.233.64.0/18" has IPv6 first; KubeKey takes the first part for IPv4 and panics or goes wrong. Write "IPv4,IPv6": IPv4 first, one comma, no space.',
    'error spec.network.kubeServiceCIDR: "fd00:1::/112" is for IPv6 alone; KubeKey takes it for IPv4 and panics or goes wrong. Write "IPv4,IPv6": IPv4 first, one comma, no space.',
  ]);
});

test('reports two of a kind', () => {
  expect(
    linesOf(
      kubekeyValidDualStack,
      cluster(
        'spec: {hosts: [{name: node1, address: 10.0.0.1, internalAddress: "10.0.0.1,10.0.0.2"}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].internalAddress: "10.0.0.1,10.0.0.2" is no pair of IPv4 and IPv6; KubeKey reads two parts at most. Write "IPv4,IPv6": IPv4 first, one comma, no space.',
  ]);
});

test('warns where Pods and Services differ', () => {
  expect(
    linesOf(
      kubekeyValidDualStack,
      cluster(
        'spec: {network: {kubePodsCIDR: "10.233.64.0/18,fd00::/112"}, hosts: [{name: node1, internalAddress: "10.0.0.1,fd01::1"}]}',
      ),
    ),
  ).toEqual([
    'warning spec.network.kubeServiceCIDR: is for IPv4 alone, but kubePodsCIDR for IPv4 and IPv6; KubeKey hands both on as they are. Write both for the same IP versions.',
  ]);
});

test('reports Cilium', () => {
  expect(
    linesOf(
      kubekeyValidDualStack,
      cluster(
        'spec: {network: {plugin: cilium, kubePodsCIDR: "10.233.64.0/18,fd00::/112", kubeServiceCIDR: "10.233.0.0/18,fd00:1::/112"}, hosts: [{name: node1, internalAddress: "10.0.0.1,fd01::1"}]}',
      ),
    ),
  ).toEqual([
    'error spec.network.kubePodsCIDR: is for IPv4 and IPv6, but KubeKey gives Cilium the IPv4 network only. Use calico, or IPv4 alone.',
  ]);
});

test('warns of a node with one address', () => {
  expect(
    linesOf(
      kubekeyValidDualStack,
      cluster(
        'spec: {network: {kubePodsCIDR: "10.233.64.0/18,fd00::/112", kubeServiceCIDR: "10.233.0.0/18,fd00:1::/112"}, hosts: [{name: node1, internalAddress: 10.0.0.1}]}',
      ),
    ),
  ).toEqual([
    'warning spec.hosts[0].internalAddress: "node1" has one address, but its Pods get IPv4 and IPv6; KubeKey tells the kubelet of that one only. Write both addresses of the host: "IPv4,IPv6".',
  ]);
});

test.each([
  [
    'pairs in the right order',
    'spec: {network: {kubePodsCIDR: "10.233.64.0/18,fd00::/112", kubeServiceCIDR: "10.233.0.0/18,fd00:1::/112"}, hosts: [{name: node1, internalAddress: "10.0.0.1,fd01::1"}]}',
  ],
  [
    'texts that are no networks, which is a finding of its own',
    'spec: {network: {kubePodsCIDR: "a, b"}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidDualStack, cluster(change))).toEqual([]);
});
