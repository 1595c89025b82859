import { kubekeyValidLabels } from '../../../src/checks/rules/kubekey-valid-labels';
import { cluster, linesOf } from '../kubekey-input';

test('reports keys and values that Kubernetes refuses', () => {
  expect(
    linesOf(
      kubekeyValidLabels,
      cluster(
        'spec: {hosts: [{name: node1, address: 192.168.0.2, labels: {"a b": c, zone: "x;reboot", "a/b/c": d}}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
      ),
    ),
  ).toEqual([
    'error spec.hosts[0].labels["a b"]: the key of the label must hold only letters, digits, \'-\', \'_\' and \'.\', and begin and end with a letter or a digit; KubeKey puts it into a shell command all the same. Use letters, digits, "-", "_" and ".", at most 63 characters, with a letter or digit at both ends.',
    'error spec.hosts[0].labels.zone: the value of the label must hold only letters, digits, \'-\', \'_\' and \'.\', and begin and end with a letter or a digit; KubeKey puts it into a shell command all the same. Use letters, digits, "-", "_" and ".", at most 63 characters, with a letter or digit at both ends.',
    'error spec.hosts[0].labels["a/b/c"]: the key of the label must hold at most one \'/\'; KubeKey puts it into a shell command all the same. Use letters, digits, "-", "_" and ".", at most 63 characters, with a letter or digit at both ends.',
  ]);
});

test.each([
  [
    'labels of every form',
    'spec: {hosts: [{name: node1, address: 192.168.0.2, labels: {example.com/zone: A_1, empty: ""}}, {name: node2, address: 192.168.0.3}, {name: node3, address: 192.168.0.4}]}',
  ],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyValidLabels, cluster(change))).toEqual([]);
});
