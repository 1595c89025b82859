import { show } from '../../errors';
import { knownRoleGroups } from '../../manifest/kubekey-cluster';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { isKnownGroup, meantGroup } from '../kubekey-groups';
import { scriptFields } from '../kubekey-scripts';

/** Every role group is one that KubeKey gives a meaning, or that a script uses. */
export const kubekeyKnownGroups: Check = {
  id: 'kubekey-known-groups',
  summary: 'Role groups are spelled as KubeKey knows them.',
  why: 'KubeKey takes any other group for a custom one. Its hosts get no part of Kubernetes, and nothing is said. Unlike other keys, the names of groups must be in small letters.',
  fix: `Use one of ${knownRoleGroups.join(', ')}.`,
  severity: 'error',
  example: {
    wrong: `spec:
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    workers: [node2, node3]
`,
    right: `spec:
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node2, node3]
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const used = new Set(scriptFields(cluster).map((field) => cluster.text(`${field}.role`)));
    for (const { name, field } of cluster.groups) {
      if (isKnownGroup(name) || used.has(name)) continue;
      const meant = meantGroup(name);
      yield meant === undefined
        ? report(
            field,
            `${show(name)} is no group that KubeKey knows, and no script names it; KubeKey does nothing on its hosts`,
            `Remove it, or use one of ${knownRoleGroups.join(', ')}.`,
            'warning',
          )
        : report(
            field,
            `${show(name)} is no group that KubeKey knows; it takes it for a custom group, and its hosts never join as ${meant}`,
            `Did you mean ${meant}? Write it exactly so.`,
          );
    }
  }),
};
