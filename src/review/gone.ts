import { describe, groupOf, refOf } from '../manifest/manifest';
import type { Attribution } from './change';
import { effectsFor } from './effects/index';
import type { Single } from './kind-effects';

const whoDeletes =
  'kubectl apply leaves it in the cluster; kubectl apply --prune deletes it where its selection covers it; Argo CD deletes it only when pruning is on or asked for; Flux deletes it where the Kustomization says prune: true.';

/** An object that the input no longer has: what each tool does with it, and what that costs. */
export function removedObject(single: Single): Attribution {
  const { manifest } = single;
  const special = effectsFor(manifest).removed?.(single);
  const isConfig = groupOf(manifest.apiVersion) === 'kubekey.kubesphere.io';
  const { kind, name, namespace } = refOf(manifest);
  const where = namespace === undefined ? '' : ` -n ${namespace}`;
  const own = `To delete it: kubectl delete ${kind.toLowerCase()} ${name}${where}.`;
  const advice = [special?.advice, isConfig ? undefined : own].filter((text) => text !== undefined);
  return {
    effect: special?.effect ?? 'removed',
    explanation: [isConfig ? '' : whoDeletes, special?.explanation ?? '']
      .filter((text) => text !== '')
      .join(' '),
    ...(advice.length === 0 ? {} : { advice: advice.join(' ') }),
  };
}

/** An object that takes the place of another one. */
export function replacedObject(before: Single, after: Single): Attribution {
  const was = describe(refOf(before.manifest));
  const is = describe(refOf(after.manifest));
  const isNamespaceOnly =
    before.manifest.kind === after.manifest.kind &&
    refOf(before.manifest).name === refOf(after.manifest).name &&
    [refOf(before.manifest).namespace, refOf(after.manifest).namespace].every(
      (namespace) => namespace === undefined || namespace === 'default',
    );
  if (isNamespaceOnly) {
    return {
      effect: 'unknown',
      explanation: `${was} and ${is} are one object where it is applied to the namespace default, and two objects elsewhere.`,
      advice: 'Write the namespace on both sides.',
    };
  }
  const created = effectsFor(after.manifest).created?.(after).explanation ?? '';
  const special = effectsFor(before.manifest).removed?.(before);
  return {
    effect: 'replaced',
    explanation: [
      `${is} is another object than ${was}: it is created beside it, and ${was} stays until it is deleted.`,
      created,
      (special?.explanation ?? '').replace(/^Where it is deleted/, `Where ${was} is deleted`),
    ]
      .filter((text) => text !== '')
      .join(' '),
    advice: `Delete ${was} when ${is} works. ${special?.advice ?? ''}`.trim(),
  };
}

/** An object that only the new side has. */
export function createdObject(single: Single): Attribution {
  return (
    effectsFor(single.manifest).created?.(single) ?? {
      effect: 'created',
      explanation: 'A new object; nothing else is touched.',
    }
  );
}
