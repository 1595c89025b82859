import { textAt } from '../../manifest/fields';
import { isWithin, type KindEffects } from '../kind-effects';

/** PersistentVolumes: where the data lies can never change; what happens to it at the end can. */
export const persistentVolume: KindEffects = {
  kinds: ['/PersistentVolume'],
  rules(change) {
    const { pattern, before } = change;
    const refused =
      (isWithin(pattern, 'spec.nodeAffinity') && before !== undefined) ||
      (pattern === 'spec.volumeAttributesClassName' && change.after === undefined);
    if (refused) {
      return {
        effect: 'rejected',
        explanation: 'The API server refuses it: the field is fixed once it is set.',
        advice: again,
      };
    }
    return isWithin(pattern, 'spec.csi.controllerExpandSecretRef') && before === undefined
      ? { effect: 'config-only', explanation: 'The driver uses it when the volume is expanded.' }
      : undefined;
  },
  changed(change) {
    if (change.pattern === 'spec.persistentVolumeReclaimPolicy') {
      return change.after === 'Delete'
        ? {
            effect: 'data-risk',
            explanation:
              'Nothing is deleted now. From now on the data is deleted when the claim of the volume is.',
            advice: 'Keep Retain where the data must outlive its claim.',
          }
        : {
            effect: 'config-only',
            explanation: 'From now on the data stays when the claim of the volume is deleted.',
          };
    }
    if (change.pattern.startsWith('spec.')) {
      return {
        effect: 'config-only',
        explanation: 'It counts when the volume is bound or mounted the next time.',
      };
    }
    return undefined;
  },
  recreating: () => again,
  removed({ manifest }) {
    return textAt(manifest, 'spec', 'persistentVolumeReclaimPolicy') === 'Delete'
      ? {
          effect: 'data-risk',
          explanation:
            'Where it is deleted and its claim is gone, its data is deleted (reclaim policy Delete).',
          advice: 'Set persistentVolumeReclaimPolicy to Retain and apply that first.',
        }
      : {
          effect: 'removed',
          explanation:
            'Where it is deleted, the data stays on the storage (reclaim policy Retain); a bound volume is kept until its claim is gone.',
        };
  },
};

const again =
  'Set the reclaim policy to Retain, delete the volume and apply it again: the data stays on the storage, the claim must be bound anew.';
