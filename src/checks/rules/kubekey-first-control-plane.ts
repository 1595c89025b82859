import { show } from '../../errors';
import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';
import { namesOf } from '../kubekey-groups';

/** Which control plane is the first doesn't depend on chance. */
export const kubekeyFirstControlPlane: Check = {
  id: 'kubekey-first-control-plane',
  summary: 'Every role group that holds control planes names the first of them first.',
  why: 'KubeKey walks the role groups in random order and starts the cluster on the first control plane that it meets. Where groups differ in which one that is, it may start on another host than the one that all nodes are told to reach.',
  fix: 'Keep the control planes in the same order in every group, and leave out none before another.',
  severity: 'error',
  example: {
    wrong: `spec:
  roleGroups:
    etcd: [node2, node1, node3]
    control-plane: [node1, node2, node3]
    worker: [node1, node2, node3]
  controlPlaneEndpoint:
    internalLoadbalancer: haproxy
`,
    right: `spec:
  roleGroups:
    etcd: [node1, node2, node3]
    control-plane: [node1, node2, node3]
    worker: [node1, node2, node3]
  controlPlaneEndpoint:
    internalLoadbalancer: haproxy
`,
  },
  run: onEachClusterForKk3(function* ({ cluster, report }) {
    const { controlPlane, groups, members } = cluster;
    const names = new Set(namesOf(controlPlane));
    const [first] = names;
    const isSplit = members('master').length > 0 && members('control-plane').length > 0;
    if (first === undefined || names.size < 2 || isSplit) return;
    for (const group of groups) {
      const met = group.members.find(({ name }) => names.has(name));
      if (met === undefined || met.name === first) continue;
      const isThere = group.members.some(({ name }) => name === first);
      yield report(
        met.field,
        `${show(met.name)} is the first control plane here, but ${show(first)} in the control plane itself; KubeKey starts the cluster on one of them by chance`,
        isThere
          ? `Write ${first} before ${met.name} here too.`
          : `Add ${first} before it, or make ${met.name} the first of the control plane.`,
        undefined,
        { from: ['spec.roleGroups', 'spec.hosts[].name'] },
      );
    }
  }),
};
