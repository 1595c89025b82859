import { show } from '../../errors';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** Host ranges in role groups mean to KubeKey what they mean to their author. */
export const kubekeyValidHostRange: Check = {
  id: 'kubekey-valid-host-range',
  summary: 'Host ranges such as node[1:3] are written so that KubeKey expands them as meant.',
  why: 'KubeKey drops leading zeros and everything behind the bracket, takes a range that counts down for no host at all, and panics where the brackets hold anything but two numbers.',
  fix: 'Write two plain numbers with a colon, the smaller one first, at the end of the name, such as node[1:3].',
  severity: 'error',
  example: {
    wrong: `spec:
  roleGroups:
    worker: ['node[02:03]']
`,
    right: `spec:
  roleGroups:
    worker: ['node[2:3]']
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    for (const { field, entry, range } of cluster.groups.flatMap(({ surprises }) => surprises)) {
      yield report(
        field,
        `${show(entry)} is no range that KubeKey expands as it is meant; it ${range.surprise ?? ''}`,
        range.meant === undefined
          ? undefined
          : `Name each host by itself: ${range.meant.slice(0, 5).join(', ')}${range.meant.length > 5 ? ', ...' : ''}.`,
      );
    }
  }),
};
