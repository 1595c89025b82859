import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

/** The control plane is written in one group. */
export const kubekeyOneControlPlaneGroup: Check = {
  id: 'kubekey-one-control-plane-group',
  summary: 'The control plane is written in the group control-plane or in master, not in both.',
  why: 'KubeKey joins the two groups. A host in both is set up twice at the same time; with different hosts in them, which one the cluster starts on is left to chance.',
  fix: 'Write all of them in control-plane, and remove master.',
  severity: 'error',
  example: {
    wrong: `spec:
  roleGroups:
    master: [node1]
    control-plane: [node1]
`,
    right: `spec:
  roleGroups:
    control-plane: [node1]
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { members }, report }) {
    const masters = new Set(members('master').map(({ name }) => name));
    if (masters.size === 0 || members('control-plane').length === 0) return;
    const inBoth = members('control-plane').some(({ name }) => masters.has(name));
    yield report(
      'spec.roleGroups.master',
      inBoth
        ? 'stands beside control-plane and names the same host; KubeKey joins both and sets that host up twice at once'
        : 'stands beside control-plane; KubeKey joins both, and starts the cluster on a host of either, by chance',
    );
  }),
};
