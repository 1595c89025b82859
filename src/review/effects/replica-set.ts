import type { KindEffects } from '../kind-effects';
import { isInTemplate, podsStop, replicasOf, scaleChange, templateRules } from '../pod-template';

import { count } from '../words';

/** ReplicaSets and ReplicationControllers: a new template is for new pods only. */
export const replicaSet: KindEffects = {
  kinds: ['apps/ReplicaSet', 'extensions/ReplicaSet', '/ReplicationController'],
  rules: (change, pair) => templateRules(change, pair),
  changed(change, pair) {
    if (change.pattern === 'spec.replicas') return scaleChange(change, pair);
    if (isInTemplate(change)) {
      return {
        effect: 'config-only',
        explanation: `No pod restarts: a ${pair.after.kind} uses the new template only for pods that it starts from now on.`,
        advice: 'Delete its pods to have them made anew, or use a Deployment.',
      };
    }
    if (change.pattern.startsWith('spec.')) {
      return { effect: 'config-only', explanation: 'No pod is touched.' };
    }
    return undefined;
  },
  recreating: () =>
    'Keep it as it was. Or delete it and apply it again: its pods stop until new ones are ready; with `kubectl delete --cascade=orphan` they go on running.',
  removed: podsStop,
  created({ manifest, around }) {
    return {
      effect: 'created',
      explanation: `Starts ${count(replicasOf(manifest, around), 'pod')}.`,
    };
  },
};
