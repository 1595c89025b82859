import { show } from '../../errors';
import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

/** A role group names each host once. */
export const kubekeyUniqueMembers: Check = {
  id: 'kubekey-unique-members',
  summary: 'A role group names each host once.',
  why: 'KubeKey runs every task of a role twice, at the same time, on a host that the group names twice.',
  fix: 'Name the host once.',
  severity: 'error',
  example: {
    wrong: `spec:
  roleGroups:
    worker: [node2, node3, node2]
`,
    right: `spec:
  roleGroups:
    worker: [node2, node3]
`,
  },
  run: onEachClusterForKk3(function* ({ cluster, report }) {
    for (const { name: group, members } of cluster.groups) {
      const seen = new Set<string>();
      for (const { name, field } of members) {
        if (seen.has(name)) {
          yield report(
            field,
            `${show(name)} is in the group ${group} a second time; KubeKey runs the tasks of the group twice at once on it`,
          );
        }
        seen.add(name);
      }
    }
  }),
};
