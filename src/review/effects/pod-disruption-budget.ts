import { at } from '../../manifest/manifest';
import { isWithin, type KindEffects } from '../kind-effects';
import { scaled } from '../rollout';
import { namespaceOf, wantedPods } from '../surroundings';
import { labelsAt } from '../../manifest/fields';
import type { Pair } from '../kind-effects';

/** PodDisruptionBudgets: how many pods a drain of nodes may take at a time. */
export const podDisruptionBudget: KindEffects = {
  kinds: ['policy/PodDisruptionBudget'],
  changed(change, pair) {
    if (!change.pattern.startsWith('spec.')) return undefined;
    const what = isWithin(change.pattern, 'spec.selector') ? 'It guards other pods. ' : '';
    return {
      effect: 'rollout-setting',
      explanation: `${what}No pod is touched; it counts when nodes are drained, not for rollouts.${allowed(pair)}`,
    };
  },
};

function allowed({ after, next }: Pair): string {
  const workloads = next.workloadsWith(
    namespaceOf(after),
    labelsAt(after, 'spec', 'selector', 'matchLabels'),
  );
  const pods = workloads.reduce((sum, { manifest }) => sum + (wantedPods(manifest) ?? 0), 0);
  if (pods === 0) return '';
  const least = at(after, 'spec', 'minAvailable');
  const most = at(after, 'spec', 'maxUnavailable');
  const free =
    least === undefined
      ? scaled(most, pods, Math.ceil)
      : Math.max(0, pods - scaled(least, pods, Math.ceil));
  return free === 0
    ? ` With ${pods} pods it allows none to go: a drain never ends.`
    : ` With ${pods} pods it allows ${free} to go at a time.`;
}
