import type { KindEffects } from '../kind-effects';

/** StorageClasses: they count for new volumes. */
export const storageClass: KindEffects = {
  kinds: ['storage.k8s.io/StorageClass'],
  changed(change) {
    if (change.pattern === 'allowVolumeExpansion') {
      return {
        effect: 'config-only',
        explanation:
          change.after === true
            ? 'Claims of the class may grow from now on.'
            : 'Claims of the class can no longer grow; volumes stay as they are.',
      };
    }
    if (change.pattern.startsWith('metadata.annotations')) {
      return change.path.includes('storageclass.kubernetes.io/is-default-class')
        ? {
            effect: 'config-only',
            explanation:
              'Which class a claim gets that names none changes; claims that are bound keep theirs.',
          }
        : undefined;
    }
    return {
      effect: 'config-only',
      explanation: 'It counts for volumes that are made from now on.',
    };
  },
  recreating: () =>
    'Delete the class and apply it again, or use another name: volumes that exist are not touched, claims in between wait.',
  removed: () => ({
    effect: 'removed',
    explanation: 'Where it is deleted, volumes that exist stay; new claims of the class wait.',
  }),
};
