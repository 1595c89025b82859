import { labelsAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import { isWithin, type KindEffects, type Single } from '../kind-effects';
import { named, namespaceOf } from '../surroundings';

/** NetworkPolicies: who may talk to whom, at once. */
export const networkPolicy: KindEffects = {
  kinds: ['networking.k8s.io/NetworkPolicy'],
  changed(change, { after, next, version }) {
    if (!change.pattern.startsWith('spec.')) return undefined;
    const selected = pods({ manifest: after, around: next, version });
    const what = isWithin(change.pattern, 'spec.ingress')
      ? `Who may talk to ${selected} changes`
      : isWithin(change.pattern, 'spec.egress')
        ? `Whom ${selected} may talk to changes`
        : `Who may talk to ${selected}, and whom these may talk to, changes`;
    return {
      effect: 'traffic',
      explanation: `${what} at once, where the network plugin enforces policies; open connections may be cut.`,
    };
  },
  created: (single) => ({
    effect: 'created',
    explanation: `Cuts off all traffic with ${pods(single)} that its rules don't allow, where the network plugin enforces policies.`,
  }),
  removed: (single) => ({
    effect: 'removed',
    explanation: `Where it is deleted, traffic with ${pods(single)} that only this policy held back is allowed.`,
  }),
};

function pods({ manifest, around }: Single): string {
  const labels = labelsAt(manifest, 'spec', 'podSelector', 'matchLabels');
  if (Object.keys(labels).length === 0) {
    return at(manifest, 'spec', 'podSelector', 'matchExpressions') === undefined
      ? 'all pods of the namespace'
      : 'the selected pods';
  }
  const workloads = around.workloadsWith(namespaceOf(manifest), labels);
  return workloads.length === 0
    ? 'the selected pods'
    : named(workloads.map((found) => found.manifest));
}
