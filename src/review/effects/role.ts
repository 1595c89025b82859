import { isEqual } from '../../manifest/equal';
import { isWithin, type FieldChange, type KindEffects } from '../kind-effects';

/** Roles and ClusterRoles: what those bound to it may do, at once. */
export const role: KindEffects = {
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  changed(change) {
    if (isReordered(change)) {
      return {
        effect: 'none',
        explanation: 'Only the order differs, and it means nothing in a rule.',
      };
    }
    if (isWithin(change.pattern, 'rules') || isWithin(change.pattern, 'aggregationRule')) {
      return {
        effect: 'config-only',
        explanation:
          'What all accounts bound to it may do changes at once; nothing restarts. Whoever applies it must have the rights that it adds.',
      };
    }
    return undefined;
  },
  removed: () => ({
    effect: 'removed',
    explanation: 'Where it is deleted, accounts bound to it lose its rights at once.',
  }),
};

function isReordered({ before, after }: FieldChange): boolean {
  const sorted = (list: readonly unknown[]): readonly string[] => list.map(String).sort();
  return Array.isArray(before) && Array.isArray(after) && isEqual(sorted(before), sorted(after));
}
