import { isNoPort } from '../../manifest/scalars';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** Ports of SSH and etcd are ports. */
export const kubekeyValidPorts: Check = {
  id: 'kubekey-valid-ports',
  summary: 'The ports of SSH and etcd are from 1 to 65535, and those of etcd differ.',
  why: 'KubeKey uses a port as it is; a negative one for SSH it silently turns into 22.',
  fix: 'Write a number from 1 to 65535.',
  severity: 'error',
  example: {
    wrong: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      port: 70000
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
    right: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      port: 2222
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
  },
  run: onEachCluster(function* ({ cluster: { hosts, number }, report }) {
    for (const { field, port } of hosts) {
      if (!isNoPort(port)) continue;
      yield report(
        `${field}.port`,
        `must be from 1 to 65535, got ${port}; KubeKey ${port < 0 ? 'takes 22' : "can't log in with it"}`,
      );
    }
    for (const field of ['spec.etcd.port', 'spec.etcd.peerPort']) {
      if (!isNoPort(number(field))) continue;
      yield report(
        field,
        `must be from 1 to 65535, got ${number(field)}; KubeKey hands it on, and etcd does not start`,
      );
    }
    if (number('spec.etcd.port') === number('spec.etcd.peerPort')) {
      yield report(
        'spec.etcd.peerPort',
        `must differ from port, got ${number('spec.etcd.port')} for both; KubeKey hands them on, and etcd does not start`,
        'Use 2379 for port and 2380 for peerPort.',
      );
    }
  }),
};
