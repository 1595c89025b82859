import { show } from '../../errors';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** No two hosts have the same name. */
export const kubekeyUniqueHostNames: Check = {
  id: 'kubekey-unique-host-names',
  summary: 'Every host has a name of its own.',
  why: 'KubeKey keeps the hosts by their names: of two with the same name only the last is set up.',
  fix: 'Give every host its own name.',
  severity: 'error',
  example: {
    wrong: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
    - name: node1
      address: 192.168.0.3
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
    right: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
    - name: node2
      address: 192.168.0.3
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node2]
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const seen = new Map<string, string>();
    for (const { name, field } of cluster.hosts) {
      const before = seen.get(name);
      if (name !== '' && before !== undefined) {
        yield report(
          `${field}.name`,
          `${show(name)} is the name of ${before} too; KubeKey forgets that host`,
          undefined,
          undefined,
          { cause: field },
        );
      }
      seen.set(name, field);
    }
  }),
};
