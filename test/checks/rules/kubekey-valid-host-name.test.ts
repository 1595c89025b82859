import { kubekeyValidHostName } from '../../../src/checks/rules/kubekey-valid-host-name';
import { cluster, linesOf } from '../kubekey-input';

test('reports names that Kubernetes refuses', () => {
  expect(
    linesOf(
      kubekeyValidHostName,
      cluster(
        'spec: {hosts: [{name: Node1, address: 10.0.0.1}, {name: node_2, address: 10.0.0.2}, {name: -node3, address: 10.0.0.3}, {name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, address: 10.0.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].name: "Node1" can\'t be the name of a node; KubeKey takes it all the same, and the node is never found under it. Name it node1, here and in the role groups.',
    'error spec.hosts[1].name: "node_2" can\'t be the name of a node; KubeKey takes it all the same, and the node is never found under it. Name it node-2, here and in the role groups.',
    'error spec.hosts[2].name: "-node3" can\'t be the name of a node; KubeKey takes it all the same, and the node is never found under it. Use small letters, digits, "-" and ".", at most 63 characters, with a letter or digit at both ends.',
    'error spec.hosts[3].name: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" can\'t be the name of a node; KubeKey takes it all the same, and the node is never found under it. Use small letters, digits, "-" and ".", at most 63 characters, with a letter or digit at both ends.',
  ]);
});

test('reports a missing name', () => {
  expect(linesOf(kubekeyValidHostName, cluster('spec: {hosts: [{address: 10.0.0.1}]}'))).toEqual([
    'error spec.hosts[0].name: is missing; KubeKey can put the host in no group. Give the host a name.',
  ]);
});

test('leaves a name under an unknown key to the check of names', () => {
  const change = 'spec: {hosts: [{hostname: node1, address: 10.0.0.1}]}';
  expect(linesOf(kubekeyValidHostName, cluster(change))).toEqual([]);
});

test.each([
  ['names with dots', 'spec: {hosts: [{name: node1.example.com, address: 10.0.0.1}]}'],
  [
    'a name of the wrong type, which is a finding of its own',
    'spec: {hosts: [{name: 5, address: 10.0.0.1}]}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidHostName, cluster(change))).toEqual([]);
});
