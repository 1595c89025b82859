import type { KubeKeyClusterConfig } from '../../manifest/kubekey-cluster';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { misspeltGroups } from '../kubekey-groups';

/** The cluster has hosts, a control plane, etcd and workers. */
export const kubekeyHasRoles: Check = {
  id: 'kubekey-has-roles',
  summary: 'A KubeKey Cluster has hosts, a control plane, etcd and workers.',
  why: 'KubeKey stops without a control plane, and without etcd where it is to install it. Without workers every node keeps the taint of a control plane, and no workload has a place to run.',
  fix: 'Name at least one host in the group.',
  severity: 'error',
  example: {
    wrong: `spec:
  roleGroups:
    etcd: []
    control-plane: [node1]
    worker: [node2, node3]
`,
    right: `spec:
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node2, node3]
`,
  },
  run: onEachCluster(function* ({ cluster, forKk4, report }) {
    const { has, members } = cluster;
    if (!has('spec')) {
      // A spec that stands in the wrong place is a finding of its own.
      if (cluster.notes.length === 0)
        yield report(
          '',
          'has no spec; KubeKey finds no control plane and stops',
          'Write a spec with hosts and roleGroups.',
        );
      return;
    }
    if (
      !has('spec.hosts') ||
      (cluster.hosts.length === 0 &&
        !cluster.unreadable.has('spec.hosts') &&
        !isMisplaced(cluster, 'hosts'))
    ) {
      if (!isMisplaced(cluster, 'hosts'))
        yield report(
          'spec.hosts',
          'names no host; KubeKey has nothing to install on',
          'Write at least one host with a name and an address.',
          undefined,
          { from: ['spec.hosts[]'] },
        );
      return;
    }
    if (isMisplaced(cluster, 'roleGroups') || cluster.unreadable.has('spec.roleGroups')) return;
    // Where no group is there, one thing is missing.
    const more = cluster.groups.length === 0 ? { cause: 'spec.roleGroups' } : {};
    const misspelt = misspeltGroups(cluster);
    const isMissing = (...groups: string[]): boolean =>
      members(...groups).length === 0 &&
      !groups.some((group) => misspelt.has(group) || isUnreadable(cluster, group));
    if (isMissing('master', 'control-plane')) {
      yield report(
        'spec.roleGroups.control-plane',
        forKk4
          ? 'names no host; kk 4 stops once it has logged in to the hosts'
          : 'names no host; KubeKey stops with "The number of master/control-plane cannot be 0"',
        undefined,
        undefined,
        more,
      );
    }
    if (cluster.etcdType === 'kubekey' && isMissing('etcd')) {
      yield report(
        'spec.roleGroups.etcd',
        forKk4
          ? 'names no host; kk 4 stops once it has logged in to the hosts'
          : 'names no host; KubeKey stops with "The number of etcd cannot be 0"',
        undefined,
        undefined,
        more,
      );
    }
    if (isMissing('worker')) {
      yield report(
        'spec.roleGroups.worker',
        'names no host; every node keeps the taint of a control plane, so no workload has a place to run',
        'Name the hosts that workloads may run on; a control plane may be one of them.',
        'warning',
      );
    }
  }),
};

/** Whether a key of the spec is there in a form that KubeKey doesn't read, which is a finding of its own. */
function isMisplaced({ notes, has }: KubeKeyClusterConfig, key: string): boolean {
  return (
    !has(`spec.${key}`) &&
    notes.some((note) => note.note === 'unknown-field' && note.parentPath === 'spec')
  );
}

function isUnreadable({ groups, unreadable }: KubeKeyClusterConfig, name: string): boolean {
  const group = groups.find((candidate) => candidate.name === name);
  return (
    unreadable.has(`spec.roleGroups.${name}`) ||
    unreadable.has(`spec.roleGroups.${name}[0]`) ||
    (group?.surprises.length ?? 0) > 0
  );
}
