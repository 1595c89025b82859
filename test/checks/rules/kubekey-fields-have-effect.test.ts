import { kubekeyFieldsHaveEffect } from '../../../src/checks/rules/kubekey-fields-have-effect';
import { cluster, linesOf } from '../kubekey-input';

test('reports a field that nothing reads', () => {
  expect(
    linesOf(
      kubekeyFieldsHaveEffect,
      cluster(
        'spec: {addons: [{name: a, delay: 5, retries: 0, sources: {chart: {name: a, wait: true}}}]}',
      ),
    ),
  ).toEqual([
    'error spec.addons[0].delay: has no effect: KubeKey never reads it. Remove the field.',
    'error spec.addons[0].sources.chart.wait: has no effect: KubeKey ignores it on a first installation, where it would matter. Remove the field.',
  ]);
});

test('reports settings of another network plugin', () => {
  expect(
    linesOf(
      kubekeyFieldsHaveEffect,
      cluster(
        'spec: {network: {plugin: cilium, calico: {typha: {enabled: true}}, hybridnet: {init: false}}}',
      ),
    ),
  ).toEqual([
    'error spec.network.calico: has no effect: KubeKey reads it only where network.plugin is calico. Remove the field.',
    'error spec.network.hybridnet: has no effect: KubeKey reads it only where network.plugin is hybridnet. Remove the field.',
  ]);
});

test('reports settings of kube-vip without it', () => {
  expect(
    linesOf(
      kubekeyFieldsHaveEffect,
      cluster('spec: {controlPlaneEndpoint: {kubevip: {mode: BGP}}}'),
    ),
  ).toEqual([
    'error spec.controlPlaneEndpoint.kubevip: has no effect: KubeKey reads it only where internalLoadbalancer is kube-vip. Remove the field.',
  ]);
});

test("reports an external etcd that isn't used", () => {
  expect(
    linesOf(
      kubekeyFieldsHaveEffect,
      cluster('spec: {etcd: {external: {endpoints: ["http://a:2379"]}}}'),
    ),
  ).toEqual([
    'error spec.etcd.external: has no effect: KubeKey reads it only where etcd.type is external. Remove the field.',
  ]);
});

test('reports settings of other container managers', () => {
  expect(
    linesOf(
      kubekeyFieldsHaveEffect,
      cluster(
        'spec: {kubernetes: {containerManager: docker, nvidiaRuntime: true, kata: {enabled: true}}}',
      ),
    ),
  ).toEqual([
    'error spec.kubernetes.kata.enabled: has no effect: KubeKey installs Kata with containerd and crio only. Remove the field.',
    'error spec.kubernetes.nvidiaRuntime: has no effect: KubeKey sets up the NVIDIA runtime with containerd only. Remove the field.',
  ]);
});

test("reports an address of Docker's bridge with containerd", () => {
  expect(
    linesOf(kubekeyFieldsHaveEffect, cluster('spec: {registry: {bridgeIP: 172.26.0.1/16}}')),
  ).toEqual([
    'error spec.registry.bridgeIP: has no effect: KubeKey writes it into the configuration of Docker only. Remove the field.',
  ]);
});

test('reports a distribution that the version contradicts', () => {
  expect(
    linesOf(
      kubekeyFieldsHaveEffect,
      cluster('spec: {kubernetes: {version: v1.24.7-k3s, type: kubernetes}}'),
    ),
  ).toEqual([
    'error spec.kubernetes.type: has no effect: KubeKey takes the distribution from the version, which ends in k3s. Remove the field.',
  ]);
});

test('reports the etcd of kubeadm with k3s', () => {
  expect(
    linesOf(
      kubekeyFieldsHaveEffect,
      cluster('spec: {kubernetes: {version: v1.24.7-k3s}, etcd: {type: kubeadm}}'),
    ),
  ).toEqual([
    'error spec.etcd.type: has no effect: KubeKey sets up its own etcd for k3s. Write kubekey.',
  ]);
});

test('reports Multus where no plugin is installed', () => {
  expect(
    linesOf(
      kubekeyFieldsHaveEffect,
      cluster('spec: {network: {plugin: none, multusCNI: {enabled: true}}}'),
    ),
  ).toEqual([
    'error spec.network.multusCNI.enabled: has no effect: KubeKey installs Multus only together with a network plugin of its own. Remove the field.',
  ]);
});

test.each([
  [
    "fields that hold KubeKey's own defaults",
    'spec: {network: {plugin: cilium, calico: {ipipMode: Always, defaultIPPOOL: true, typha: {enabled: false}}, flannel: {directRouting: false}}, controlPlaneEndpoint: {kubevip: {mode: ARP}}}',
  ],
  [
    'settings of a plugin whose name is misspelt, which is a finding of its own',
    'spec: {network: {plugin: kube-ovn, kubeovn: {enableSSL: true}}}',
  ],
  [
    'arguments of kube-proxy for k3s',
    'spec: {kubernetes: {version: v1.24.7-k3s, kubeProxyArgs: [a=b]}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyFieldsHaveEffect, cluster(change))).toEqual([]);
});
