import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { namesOf } from '../kubekey-groups';

/** The number of etcd members is odd. */
export const kubekeyOddEtcd: Check = {
  id: 'kubekey-odd-etcd',
  summary: 'The number of etcd members is odd.',
  why: 'etcd needs more than half of its members. With an even number one more machine can break, and no more may be lost: of two, none. kk 3 does not warn; kk 4 refuses it.',
  fix: 'Use 1, 3 or 5 members.',
  severity: 'warning',
  example: {
    wrong: `spec:
  roleGroups:
    etcd: [node1, node2]
`,
    right: `spec:
  roleGroups:
    etcd: [node1, node2, node3]
`,
  },
  run: onEachCluster(function* ({ cluster, forKk4, report }) {
    const { etcdType, members } = cluster;
    const stacked = etcdType === 'kubeadm';
    if (!stacked && etcdType !== 'kubekey') return;
    const group = stacked ? (members('master').length > 0 ? 'master' : 'control-plane') : 'etcd';
    const count = namesOf(stacked ? cluster.controlPlane : members('etcd')).length;
    if (count === 0 || count % 2 === 1) return;
    yield report(
      `spec.roleGroups.${group}`,
      `makes ${count} members of etcd; it stops when ${count / 2} of them ${count === 2 ? 'is' : 'are'} lost, ${forKk4 ? 'and kk 4 refuses it' : 'and KubeKey does not warn'}`,
      undefined,
      forKk4 ? 'error' : undefined,
    );
  }),
};
