import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';
import { namesOf } from '../kubekey-groups';

/** There is one registry host. */
export const kubekeyOneRegistry: Check = {
  id: 'kubekey-one-registry',
  summary: 'The group registry names one host.',
  why: 'KubeKey writes only the first host of the group into /etc/hosts of the nodes: nobody asks the others.',
  fix: 'Name one host.',
  severity: 'warning',
  example: {
    wrong: `spec:
  roleGroups:
    registry: [node2, node3]
`,
    right: `spec:
  roleGroups:
    registry: [node2]
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { members, text }, report }) {
    const names = namesOf(members('registry'));
    if (names.length < 2 || text('spec.registry.type') === 'harbor-ha') return;
    yield report(
      'spec.roleGroups.registry',
      `names ${names.length} hosts; KubeKey sends the nodes only to ${names[0] ?? ''}`,
    );
  }),
};
