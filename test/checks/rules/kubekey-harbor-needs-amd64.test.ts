import { kubekeyHarborNeedsAmd64 } from '../../../src/checks/rules/kubekey-harbor-needs-amd64';
import { cluster, linesOf } from '../kubekey-input';

test('reports Harbor on arm64', () => {
  expect(
    linesOf(
      kubekeyHarborNeedsAmd64,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, arch: arm64}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], roleGroups: {registry: [node1]}, registry: {type: harbor}}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].arch: is arm64, and "node1" is to run Harbor; KubeKey downloads Harbor for amd64. Choose an amd64 host for the registry, or leave type out for a plain registry.',
  ]);
});

test.each([
  [
    'a plain registry on arm64',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, arch: arm64}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], roleGroups: {registry: [node1]}}',
  ],
  [
    'Harbor on another host',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, arch: arm64}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}], roleGroups: {registry: [node2]}, registry: {type: harbor}}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyHarborNeedsAmd64, cluster(change))).toEqual([]);
});
