import { show } from '../../errors';
import { likeliest } from '../../manifest/listed';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** Every entry of a role group is the name of a host. */
export const kubekeyRolesNameHosts: Check = {
  id: 'kubekey-roles-name-hosts',
  summary: 'Role groups name hosts that are in the list of hosts.',
  why: 'KubeKey stops at a role group that names a host it does not know.',
  fix: 'Name a host of spec.hosts, in the same letters.',
  severity: 'error',
  example: {
    wrong: `spec:
  roleGroups:
    worker: [node2, nod3]
`,
    right: `spec:
  roleGroups:
    worker: [node2, node3]
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const names = new Set(cluster.hosts.map(({ name }) => name));
    // Where a host has no name that can be read, that is the finding, and not what refers to it.
    if (names.has('') || cluster.unreadable.has('spec.hosts') || names.size === 0) return;
    // So is a name that two hosts have: one of them was meant to be another.
    if (names.size < cluster.hosts.length) return;
    // And so is a name in capitals, which no node can have.
    const small = new Set([...names].map((name) => name.toLowerCase()));
    for (const { name: group, members, surprises } of cluster.groups) {
      const surprising = new Set(surprises.map(({ field }) => field));
      for (const { name, field } of members) {
        if (names.has(name) || small.has(name) || surprising.has(field)) continue;
        const near = likeliest(names, name);
        yield report(
          field,
          `${show(name)} is in the group ${group}, but not in spec.hosts; KubeKey stops`,
          near === undefined ? undefined : `Did you mean ${near}?`,
          undefined,
          // A host that is not there is missing once, in however many groups.
          { from: ['spec.hosts[].name'], cause: `host ${name}` },
        );
      }
    }
  }),
};
