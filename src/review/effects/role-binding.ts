import { isWithin, type KindEffects } from '../kind-effects';

/** RoleBindings and ClusterRoleBindings: who has the rights of a role. */
export const roleBinding: KindEffects = {
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  changed(change) {
    return isWithin(change.pattern, 'subjects')
      ? {
          effect: 'config-only',
          explanation: 'Who has the rights of the role changes at once; nothing restarts.',
        }
      : undefined;
  },
  recreating: () =>
    'Delete the binding and apply it again, or bind under another name first: in between its accounts have no rights.',
  removed: () => ({
    effect: 'removed',
    explanation: 'Where it is deleted, its accounts lose the rights at once.',
  }),
};
