import type { KindEffects } from '../kind-effects';

/** ServiceAccounts: what pods get when they start. */
export const serviceAccount: KindEffects = {
  kinds: ['/ServiceAccount'],
  changed(change) {
    return change.pattern.startsWith('metadata.')
      ? undefined
      : {
          effect: 'config-only',
          explanation: 'Pods that start from now on get it; running pods keep what they have.',
        };
  },
  removed: () => ({
    effect: 'removed',
    explanation:
      'Where it is deleted, its tokens stop working, and new pods that name it are not started.',
  }),
};
