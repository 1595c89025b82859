import { kubekeyUniqueHostNames } from '../../../src/checks/rules/kubekey-unique-host-names';
import { cluster, linesOf } from '../kubekey-input';

test('reports a name twice', () => {
  expect(
    linesOf(
      kubekeyUniqueHostNames,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2}, {name: node2, address: 192.168.0.3}, {name: node2, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[2].name: "node2" is the name of spec.hosts[1] too; KubeKey forgets that host. Give every host its own name.',
  ]);
});

test.each([['hosts without names', 'spec: {hosts: [{address: 10.0.0.1}, {address: 10.0.0.2}]}']])(
  'says nothing of %s',
  (_what, change) => {
    expect(linesOf(kubekeyUniqueHostNames, cluster(change))).toEqual([]);
  },
);
