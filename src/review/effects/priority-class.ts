import type { KindEffects } from '../kind-effects';

/** PriorityClasses: which pods go first. */
export const priorityClass: KindEffects = {
  kinds: ['scheduling.k8s.io/PriorityClass'],
  changed(change) {
    if (change.pattern === 'description') {
      return { effect: 'metadata', explanation: 'A text for people only.' };
    }
    return change.pattern === 'globalDefault'
      ? {
          effect: 'config-only',
          explanation:
            'The priority of new pods that name no class changes; running pods keep theirs.',
        }
      : undefined;
  },
  recreating: () =>
    'Delete the class and apply it again, or use another name: running pods keep their priority, new pods that name it fail in between.',
  removed: () => ({
    effect: 'removed',
    explanation:
      'Where it is deleted, running pods keep their priority; new pods that name it are refused.',
  }),
};
