import { kubekeyValidPorts } from '../../../src/checks/rules/kubekey-valid-ports';
import { cluster, linesOf } from '../kubekey-input';

test('reports ports out of range', () => {
  expect(
    linesOf(
      kubekeyValidPorts,
      cluster(
        'spec: {hosts: [{name: a, address: 10.0.0.1, port: -1}, {name: b, address: 10.0.0.2, port: 65536}], etcd: {port: 99999}}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].port: must be from 1 to 65535, got -1; KubeKey takes 22. Write a number from 1 to 65535.',
    "error spec.hosts[1].port: must be from 1 to 65535, got 65536; KubeKey can't log in with it. Write a number from 1 to 65535.",
    'error spec.etcd.port: must be from 1 to 65535, got 99999; KubeKey hands it on, and etcd does not start. Write a number from 1 to 65535.',
  ]);
});

test('reports one port for two', () => {
  expect(linesOf(kubekeyValidPorts, cluster('spec: {etcd: {port: 2380}}'))).toEqual([
    'error spec.etcd.peerPort: must differ from port, got 2380 for both; KubeKey hands them on, and etcd does not start. Use 2379 for port and 2380 for peerPort.',
  ]);
});

test.each([
  [
    'a port of 0, which stands for the default',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, port: 0}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidPorts, cluster(change))).toEqual([]);
});
