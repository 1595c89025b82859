import { minorOf } from '../../facts/kubernetes/minor';
import { isEqual } from '../../manifest/equal';
import { labelsAt } from '../../manifest/fields';
import { at, refOf, type Manifest } from '../../manifest/manifest';
import type { Attribution } from '../change';
import { isWithin, type FieldChange, type KindEffects, type Pair } from '../kind-effects';
import { named, namespaceOf } from '../surroundings';

/** Bare Pods: little can change, and nothing starts them again elsewhere. */
export const pod: KindEffects = {
  kinds: ['/Pod'],
  rules: (change, pair) => restricted(change, pair) ?? gated(change, pair),
  changed(change, pair) {
    if (/^spec\.(initContainers|containers)\[\*\]\.image$/.test(change.pattern)) {
      return {
        effect: 'restart-with-downtime',
        pods: 1,
        explanation: `Container ${change.path[2]?.slice(1, -1) ?? ''} is stopped and started with the other image, in the same pod; nothing serves in between.`,
        advice: 'Use a Deployment where the pod must go on serving.',
      };
    }
    if (isWithin(change.pattern, 'metadata.labels')) return labels(pair);
    if (change.pattern.startsWith('spec.')) {
      return {
        effect: 'config-only',
        explanation: 'It is accepted on the running pod; no container restarts.',
      };
    }
    return undefined;
  },
  recreating: () =>
    'Delete the Pod and apply it again (`kubectl replace --force`): its containers stop, and what they kept in the pod is lost.',
  created: () => ({
    effect: 'created',
    explanation: 'Starts 1 pod; nothing restarts it on another node.',
  }),
};

/** Fields that may change in one direction only. */
function restricted(
  change: FieldChange,
  { before, after, version }: Pair,
): Attribution | undefined {
  const refusal = (explanation: string, advice: string): Attribution => ({
    effect: 'rejected',
    explanation: `The API server refuses it: ${explanation}`,
    advice,
  });
  const replace = 'Delete the Pod and apply it again (`kubectl replace --force`).';
  if (change.pattern === 'spec.activeDeadlineSeconds') {
    const isLowered =
      typeof change.after === 'number' &&
      (typeof change.before !== 'number' || change.after < change.before);
    return isLowered
      ? undefined
      : refusal('the deadline of a pod can be set or lowered only.', replace);
  }
  if (isWithin(change.pattern, 'spec.tolerations')) {
    const list = (manifest: Manifest): readonly unknown[] => {
      const found = at(manifest, 'spec', 'tolerations');
      return Array.isArray(found) ? (found as readonly unknown[]) : [];
    };
    const left = list(after);
    const kept = list(before).every((toleration) =>
      left.some((other) => isEqual(other, toleration)),
    );
    const isSecondsOnly = change.pattern.endsWith('.tolerationSeconds');
    return kept || isSecondsOnly
      ? undefined
      : refusal('tolerations of a pod can be added only.', replace);
  }
  if (change.pattern === 'spec.terminationGracePeriodSeconds') {
    const isRepair = typeof change.before === 'number' && change.before < 0 && change.after === 1;
    return isRepair ? undefined : refusal('the grace period of a pod is fixed.', replace);
  }
  if (/^spec\.(initContainers|containers)\[\*\]\.resources/.test(change.pattern)) {
    return minorOf(version) >= 33
      ? refusal(
          'resources of a running pod change only through its resize subresource.',
          `Run kubectl patch pod ${refOf(after).name} --subresource resize, or delete the Pod and apply it again.`,
        )
      : undefined;
  }
  return undefined;
}

/** A pod that is held back by scheduling gates may still be told where to run. */
function gated(change: FieldChange, { before, version }: Pair): Attribution | undefined {
  const gates = at(before, 'spec', 'schedulingGates');
  const isHeld = minorOf(version) >= 27 && Array.isArray(gates) && gates.length > 0;
  const isPlace =
    isWithin(change.pattern, 'spec.nodeSelector') ||
    isWithin(change.pattern, 'spec.affinity.nodeAffinity');
  if (isHeld && isPlace && change.before === undefined) {
    return {
      effect: 'config-only',
      explanation: 'The pod is not scheduled yet; the choice of nodes gets narrower.',
    };
  }
  if (
    isWithin(change.pattern, 'spec.schedulingGates') &&
    change.after !== undefined &&
    minorOf(version) >= 27
  ) {
    return {
      effect: 'rejected',
      explanation: 'The API server refuses it: scheduling gates of a pod can be removed only.',
      advice: 'Delete the Pod and apply it again.',
    };
  }
  return undefined;
}

function labels(pair: Pair): Attribution | undefined {
  const namespace = namespaceOf(pair.after);
  const before = pair.old.servicesFor(namespace, labelsAt(pair.before, 'metadata', 'labels'));
  const after = pair.next.servicesFor(namespace, labelsAt(pair.after, 'metadata', 'labels'));
  const lost = before.filter(
    (service) => !after.some((other) => refOf(other).name === refOf(service).name),
  );
  const gained = after.filter(
    (service) => !before.some((other) => refOf(other).name === refOf(service).name),
  );
  if (lost.length === 0 && gained.length === 0) return undefined;
  return {
    effect: 'traffic',
    explanation: [
      lost.length === 0 ? '' : `${named(lost)} no longer sends to this pod.`,
      gained.length === 0 ? '' : `${named(gained)} sends to this pod from now on.`,
    ]
      .filter((text) => text !== '')
      .join(' '),
  };
}
