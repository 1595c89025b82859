import { show } from '../../errors';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** Every host is in some role group. */
export const kubekeyHostsHaveRoles: Check = {
  id: 'kubekey-hosts-have-roles',
  summary: 'Every host is in a role group.',
  why: 'KubeKey never logs in to a host that no role group names: it does not become a part of the cluster.',
  fix: 'Name the host in a role group, or remove it.',
  severity: 'error',
  example: {
    wrong: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
    - name: node2
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
    worker: [node1, node2]
`,
  },
  run: onEachCluster(function* ({ cluster, forKk4, report }) {
    const { groups, hosts, unreadable } = cluster;
    const names = new Set(hosts.map(({ name }) => name));
    const named = new Set(groups.flatMap(({ members }) => members.map(({ name }) => name)));
    // An entry that can't be read, or that names no host, may well mean this host; it has its own finding.
    const unclear =
      groups.length === 0 ||
      groups.some(({ surprises }) => surprises.length > 0) ||
      [...unreadable].some((field) => field.startsWith('spec.roleGroups')) ||
      [...named].some((name) => !names.has(name));
    if (unclear) return;
    for (const { name, field } of hosts) {
      if (name === '' || named.has(name)) continue;
      yield report(
        field,
        `${show(name)} is in no role group; KubeKey ${forKk4 ? 'installs nothing on it' : 'never logs in to it'}`,
        undefined,
        undefined,
        { from: ['spec.roleGroups', 'spec.roleGroups.worker'], cause: 'spec.roleGroups' },
      );
    }
  }),
};
