import { show } from '../../errors';
import { at } from '../../manifest/manifest';
import type { Attribution } from '../change';
import type { FieldChange, KindEffects, Pair } from '../kind-effects';
import {
  isInTemplate,
  podsStop,
  serviceSentence,
  specText,
  strategyChange,
  templateRules,
  whatChanges,
} from '../pod-template';

/** DaemonSets: the pods restart node by node. */
export const daemonSet: KindEffects = {
  kinds: ['apps/DaemonSet', 'extensions/DaemonSet'],
  comparesNotation: true,
  rules: (change, pair) => templateRules(change, pair),
  changed(change, pair) {
    if (isInTemplate(change)) return restart(change, pair);
    const told = strategyChange(change);
    if (told !== undefined) return told;
    if (change.pattern.startsWith('spec.')) {
      return {
        effect: 'rollout-setting',
        explanation: 'No pod is touched: it counts from the next rollout on.',
      };
    }
    return undefined;
  },
  recreating: () =>
    'Delete the DaemonSet with `kubectl delete --cascade=orphan` and apply again where the pods must go on running; old pods that the new selector does not match must be deleted by hand.',
  removed: podsStop,
  created: () => ({ effect: 'created', explanation: 'Starts one pod on each node that fits.' }),
};

function restart(change: FieldChange, pair: Pair): Attribution {
  const told = `${whatChanges(change)}.${serviceSentence(change, pair)}`;
  const strategy = at(pair.after, 'spec', 'updateStrategy');
  if (specText(pair.after, 'updateStrategy', 'type') === 'OnDelete') {
    return {
      effect: 'rollout-setting',
      explanation: `${told} The update strategy is OnDelete: each pod keeps the old template until somebody deletes it.`,
    };
  }
  const surge = at(strategy, 'rollingUpdate', 'maxSurge') ?? 0;
  const unavailable = at(strategy, 'rollingUpdate', 'maxUnavailable') ?? 1;
  if (surge !== 0 && surge !== '0%') {
    return {
      effect: 'rolling-restart',
      explanation: `${told} The pods restart on ${show(surge)} of the nodes at a time; on each node the new pod is ready before the old one stops.`,
    };
  }
  if (unavailable === '100%') {
    return {
      effect: 'restart-with-downtime',
      explanation: `${told} maxUnavailable is 100%: the pods of all nodes may stop before new ones start.`,
      advice: 'Set maxUnavailable to 1 to go node by node.',
    };
  }
  const nodes =
    unavailable === 1 ? 'one node at a time' : `${show(unavailable)} of the nodes at a time`;
  return {
    effect: 'rolling-restart',
    explanation: `${told} The pods restart on ${nodes}; on each node the old pod stops before the new one starts.`,
  };
}
