import { minorOf } from '../../facts/kubernetes/minor';
import { refOf } from '../../manifest/manifest';
import { parseQuantity } from '../../manifest/quantity';
import type { Attribution } from '../change';
import { isWithin, type FieldChange, type KindEffects, type Pair } from '../kind-effects';
import { named, namespaceOf, type Surroundings } from '../surroundings';
import { said } from '../words';

/** PersistentVolumeClaims: they can grow; deleting one may delete its data. */
export const persistentVolumeClaim: KindEffects = {
  kinds: ['/PersistentVolumeClaim'],
  rules: (change, pair) => size(change, pair) ?? settable(change, pair),
  changed(change) {
    if (isWithin(change.pattern, 'spec.volumeAttributesClassName')) {
      return {
        effect: 'config-only',
        explanation: 'The driver changes the volume in place, where it is bound; pods go on.',
      };
    }
    return undefined;
  },
  recreating: () =>
    'Make a claim under another name, copy the data and let the pods mount that one. Deleting the claim deletes the volume where its reclaim policy is Delete.',
  created: () => ({
    effect: 'created',
    explanation:
      'Asks for a volume; depending on the class it is made now or with the first pod that mounts it.',
  }),
  removed({ manifest, around }) {
    return {
      effect: 'data-risk',
      explanation: `Where it is deleted, the volume and its data are deleted with it, unless the reclaim policy is Retain.${users(around, namespaceOf(manifest), refOf(manifest).name)}`,
      advice: 'Back the data up, or set the reclaim policy of the volume to Retain first.',
    };
  },
};

function users(around: Surroundings, namespace: string, name: string): string {
  const workloads = around.claimUsers(namespace, name).map(({ manifest }) => manifest);
  return workloads.length === 0
    ? ''
    : ` ${named(workloads)} mounts it, and until its pods are gone it is kept.`;
}

function size(change: FieldChange, { version }: Pair): Attribution | undefined {
  if (change.pattern !== 'spec.resources.requests.storage') return undefined;
  const before = parseQuantity(change.before);
  const after = parseQuantity(change.after);
  if (before === undefined || after === undefined) return undefined;
  if (after > before) {
    return {
      effect: 'config-only',
      explanation: `The volume grows from ${said(change.before)} to ${said(change.after)} where it is bound and its class has allowVolumeExpansion; else the API server refuses it. Pods go on, unless the driver needs a restart.`,
    };
  }
  return {
    effect: 'rejected',
    explanation: `The API server refuses it: a claim can grow only, not shrink from ${said(change.before)} to ${said(change.after)}.${minorOf(version) >= 32 ? ' Only after a failed expansion may the request shrink, to more than the volume has.' : ''}`,
    advice:
      'Make a smaller claim under another name, copy the data and let the pods mount that one.',
  };
}

/** Fields that may be set where nothing was set. */
function settable(change: FieldChange, { version }: Pair): Attribution | undefined {
  if (change.before !== undefined) return undefined;
  const isClass = change.pattern === 'spec.storageClassName' && minorOf(version) >= 26;
  if (!isClass && change.pattern !== 'spec.volumeName') return undefined;
  return {
    effect: 'config-only',
    explanation:
      'It is accepted where the cluster has not set it already, as it does when the claim is bound.',
  };
}
