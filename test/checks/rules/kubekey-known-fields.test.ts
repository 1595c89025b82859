import { kubekeyKnownFields } from '../../../src/checks/rules/kubekey-known-fields';
import { cluster, linesOf } from '../kubekey-input';

test('reports unknown keys everywhere, with what was meant', () => {
  expect(
    linesOf(
      kubekeyKnownFields,
      cluster(
        'spec: {registory: {}, network: {plugins: calico}, kubernetes: {contianerManager: docker, privateRegistry: a}}',
      ),
    ),
  ).toEqual([
    'error spec.kubernetes.contianerManager: is no field that KubeKey knows; it drops it without a word. Did you mean spec.kubernetes.containerManager? Write that, or remove it.',
    'error spec.kubernetes.privateRegistry: is no field that KubeKey knows; it drops it without a word. Did you mean spec.registry.privateRegistry? Write that, or remove it.',
    'error spec.network.plugins: is no field that KubeKey knows; it drops it without a word. Did you mean spec.network.plugin? Write that, or remove it.',
    'error spec.registory: is no field that KubeKey knows; it drops it without a word. Did you mean spec.registry? Write that, or remove it.',
  ]);
});

test('reports a key that stands at another place in the table', () => {
  expect(
    linesOf(
      kubekeyKnownFields,
      cluster('spec: {version: v1.26.4, network: {enableMultusCNI: true}}'),
    ),
  ).toEqual([
    'error spec.network.enableMultusCNI: is no field that KubeKey knows; it drops it without a word. Did you mean spec.network.multusCNI.enabled? Write that, or remove it.',
    'error spec.version: is no field that KubeKey knows; it drops it without a word. Did you mean spec.kubernetes.version? Write that, or remove it.',
  ]);
});

test('names the fields that an old format, or a habit, has under other names', () => {
  const hosts =
    '[{hostname: node1, ip: 192.168.0.2, roles: [etcd]}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]';
  const found = linesOf(
    kubekeyKnownFields,
    cluster(`spec: {hosts: ${hosts}, roles: {}, kubernetes: {container_runtime: containerd}}`),
  );
  expect(found.map((line) => /Did you mean (\S+)\?/.exec(line)?.[1])).toEqual([
    'spec.hosts[0].name',
    'spec.hosts[0].address',
    'spec.roleGroups',
    'spec.kubernetes.containerManager',
    'spec.roleGroups',
  ]);
});

test('reports a key in two spellings', () => {
  expect(linesOf(kubekeyKnownFields, cluster('spec: {Network: {plugin: flannel}}'))).toEqual([
    'error spec.Network: is written a second time as spec.network, in other letters; KubeKey takes only that one. Keep one of the two.',
  ]);
});

test('reports a spec under metadata', () => {
  expect(linesOf(kubekeyKnownFields, cluster('spec: null\nmetadata: {name: a, spec: {}}'))).toEqual(
    [
      'error metadata.spec: is no field that KubeKey knows; it drops it without a word. Move it one level up, so that it stands beside metadata.',
    ],
  );
});

test('reports taints with the way to set them', () => {
  expect(
    linesOf(
      kubekeyKnownFields,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, taints: [a]}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].taints: is no field that KubeKey knows; it drops it without a word. Remove it and set the taints with kubectl: KubeKey 3 has no field for them.',
  ]);
});

test('never shows a key that may be a part of a password', () => {
  expect(
    linesOf(
      kubekeyKnownFields,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, password: sesame,open}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0]: holds a key without a value, as an unquoted comma within a password makes it; KubeKey would take only what stands before the comma. Put the password, and every other text, in double quotes.',
  ]);
});

test.each([
  ['keys in other letters', 'spec: {KUBERNETES: null, registry: {PrivateRegistry: a.example.com}}'],
  ['anything within free fields', 'spec: {kubernetes: {kubeletConfiguration: {anyThing: 1}}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyKnownFields, cluster(change))).toEqual([]);
});
