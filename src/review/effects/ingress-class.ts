import { isWithin, type KindEffects } from '../kind-effects';

/** IngressClasses: which controller answers for an Ingress. */
export const ingressClass: KindEffects = {
  kinds: ['networking.k8s.io/IngressClass'],
  changed(change) {
    if (isWithin(change.pattern, 'spec.parameters')) {
      return {
        effect: 'traffic',
        explanation: 'The controller reads other parameters for all Ingresses of the class.',
      };
    }
    if (change.path.includes('ingressclass.kubernetes.io/is-default-class')) {
      return {
        effect: 'config-only',
        explanation:
          'Which class an Ingress gets that names none changes; Ingresses that exist keep theirs.',
      };
    }
    return undefined;
  },
  recreating: () =>
    'Delete the class and apply it again, or use another name: Ingresses of the class are not answered in between.',
  removed: () => ({
    effect: 'removed',
    explanation: 'Where it is deleted, its Ingresses are no longer served.',
  }),
};
