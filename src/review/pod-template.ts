import { fieldsAt, labelsAt, numberAt, textAt } from '../manifest/fields';
import { at, describe, refOf, type Manifest } from '../manifest/manifest';
import type { Attribution } from './change';
import { isWithin, type FieldChange, type Pair, type Single } from './kind-effects';

import { lostPortSentence } from './target-ports';
import { count } from './words';
import { namedWith, namespaceOf, type Surroundings } from './surroundings';

/** Tells whether a change is within the template of the pods. */
export function isInTemplate({ pattern }: FieldChange): boolean {
  return isWithin(pattern, 'spec.template');
}

/** How many pods an object wants: as written, else as its autoscaler starts, else the default. */
export function replicasOf(written: Manifest, around: Surroundings): number {
  const replicas = numberAt(written, 'spec', 'replicas');
  if (replicas !== undefined) return replicas;
  const scaler = around.autoscalerOf(written);
  return scaler === undefined ? 1 : (numberAt(scaler, 'spec', 'minReplicas') ?? 1);
}

/** Who else sets the number of pods, as a sentence; empty where nobody does. */
export function autoscalerSentence(written: Manifest, around: Surroundings): string {
  const scaler = around.autoscalerOf(written);
  if (scaler === undefined) return '';
  const least = numberAt(scaler, 'spec', 'minReplicas') ?? 1;
  const most = numberAt(scaler, 'spec', 'maxReplicas');
  const range = most === undefined ? `at least ${least}` : `${least} to ${most}`;
  return ` ${describe(refOf(scaler))} sets the number of pods (${range}), so it may be another one.`;
}

/** A change of `spec.replicas`. */
export function scaleChange(change: FieldChange, pair: Pair): Attribution {
  const before = typeof change.before === 'number' ? change.before : 1;
  const after = typeof change.after === 'number' ? change.after : 1;
  const scaler = pair.next.autoscalerOf(pair.after);
  const moved = count(Math.abs(after - before), 'pod');
  const told =
    after > before
      ? `Adds ${moved}, no restart: ${before} to ${after}.`
      : `Removes ${moved}, the others don't restart: ${before} to ${after}.`;
  const stopped = after === 0 ? ' No pod is left: what it serves stops.' : '';
  if (scaler === undefined) return { effect: 'scale', explanation: told + stopped };
  const name = describe(refOf(scaler));
  if (after === 0) {
    return {
      effect: 'scale',
      explanation: `${told}${stopped} ${name} does nothing while the number is 0.`,
      advice: `To let ${name} scale it again, set replicas to another number once.`,
    };
  }
  const isLeftOut = at(pair.afterWritten, 'spec', 'replicas') === undefined;
  const fought = isLeftOut
    ? ` Where replicas is left out, kubectl apply sets it back to 1; then ${name} sets its own number again.`
    : ` ${name} sets this number too, and puts its own back: the two fight at each apply.`;
  return {
    effect: 'scale',
    explanation: told + stopped + fought,
    advice: isLeftOut
      ? `Set replicas to the number that runs now, or remove it from the object's last-applied configuration first.`
      : `Leave replicas out and let ${name} decide.`,
  };
}

const restartedAt = 'kubectl.kubernetes.io/restartedAt';

/**
 * Rules of a template that go before all others: where the API server refuses it, since its labels no
 * longer match or its pods may end, and the mark of a restart that kubectl left in the cluster.
 */
export function templateRules(change: FieldChange, pair: Pair): Attribution | undefined {
  if (isInTemplate(change) && change.path.at(-1) === restartedAt && change.after === undefined) {
    return {
      effect: 'none',
      explanation:
        'kubectl rollout restart left this mark in the cluster. A client-side kubectl apply keeps it, so nothing restarts; tools that own the whole template take it away and restart the pods.',
    };
  }
  if (isWithin(change.pattern, 'spec.template.metadata.labels')) {
    const wanted = labelsAt(pair.after, 'spec', 'selector', 'matchLabels');
    const labels = labelsAt(pair.after, 'spec', 'template', 'metadata', 'labels');
    const missing = Object.entries(wanted).filter(([key, value]) => labels[key] !== value);
    const key = change.path[4];
    if (missing.some(([label]) => key === undefined || label === key)) {
      return {
        effect: 'rejected',
        explanation: `The API server refuses it: the selector wants ${missing.map(([label, value]) => `${label}=${value}`).join(', ')}, which the pods would no longer have.`,
        advice: 'Keep the labels of the selector on the pods; a selector itself can never change.',
      };
    }
  }
  if (change.pattern === 'spec.template.spec.restartPolicy' && change.after !== 'Always') {
    return {
      effect: 'rejected',
      explanation: `The API server refuses it: pods of a ${pair.after.kind} always restart.`,
      advice: 'Leave restartPolicy out, or make it a Job.',
    };
  }
  if (change.pattern === 'spec.template.spec.activeDeadlineSeconds' && change.after !== undefined) {
    return {
      effect: 'rejected',
      explanation: `The API server refuses activeDeadlineSeconds in the pods of a ${pair.after.kind}.`,
      advice: 'Remove the field, or make it a Job.',
    };
  }
  return undefined;
}

/** Which Services lose or gain the pods by a change of their labels or ports, as a sentence. */
export function serviceSentence(change: FieldChange, pair: Pair): string {
  if (!isWithin(change.pattern, 'spec.template.metadata.labels')) {
    return lostPortSentence(change, pair);
  }
  const namespace = namespaceOf(pair.after);
  const path = ['spec', 'template', 'metadata', 'labels'];
  const had = labelsAt(pair.before, ...path);
  const has = labelsAt(pair.after, ...path);
  return pair.next.once(`labels ${JSON.stringify([namespace, had, has])}`, () =>
    lostAndGained(pair.old.servicesFor(namespace, had), pair.next.servicesFor(namespace, has)),
  );
}

function lostAndGained(before: readonly Manifest[], after: readonly Manifest[]): string {
  const names = (services: readonly Manifest[]): Set<string> =>
    new Set(services.map((service) => refOf(service).name));
  const left = names(after);
  const had = names(before);
  const lost = before.filter((service) => !left.has(refOf(service).name));
  const gained = after.filter((service) => !had.has(refOf(service).name));
  return [
    lost.length === 0
      ? ''
      : ` ${namedWith(lost, 'no longer sends', 'no longer send')} to the new pods.`,
    gained.length === 0 ? '' : ` ${namedWith(gained, 'sends', 'send')} to the new pods as well.`,
  ].join('');
}

/** What starts with the pods, told for the field that changed. */
export function whatChanges(change: FieldChange): string {
  const container = change.path.find((step) => step.startsWith('['))?.slice(1, -1);
  const last = change.path.at(-1) ?? '';
  if (change.what === 'order') return `The order of ${last} changes the template of the pods`;
  if (change.what === 'notation') {
    return 'The amount is the same, but it is written in another unit, and that changes the template of the pods';
  }
  if (last === 'image' && container !== undefined)
    return `Container ${container} gets another image`;
  return 'The template of the pods changes';
}

/** Another update strategy of a DaemonSet or a StatefulSet; undefined for other fields. */
export function strategyChange({ pattern, after }: FieldChange): Attribution | undefined {
  if (pattern !== 'spec.updateStrategy.type') return undefined;
  return {
    effect: 'rollout-setting',
    explanation:
      after === 'OnDelete'
        ? 'No pod is touched now. From now on each pod keeps its template until somebody deletes it.'
        : 'Pods that still have an older template restart now; where none has, nothing happens.',
  };
}

/** What deleting an object does to its pods. */
export function podsStop({ manifest, around, next }: Single): Attribution {
  const labels = labelsAt(manifest, 'spec', 'template', 'metadata', 'labels');
  const services = next?.servicesFor(namespaceOf(manifest), labels) ?? [];
  const pods =
    manifest.kind === 'DaemonSet'
      ? 'pods on all nodes'
      : count(replicasOf(manifest, around), 'pod');
  return {
    effect: 'removed',
    explanation: `Where it is deleted, its ${pods} ${pods === '1 pod' ? 'stops' : 'stop'}.${services.length === 0 ? '' : ` ${namedWith(services, 'sends', 'send')} to them now.`}`,
  };
}

/** A time that a new pod takes at least, told where the object asks for one. */
export function readySentence(manifest: Manifest): string {
  const seconds = numberAt(manifest, 'spec', 'minReadySeconds') ?? 0;
  return seconds === 0 ? '' : ` Each new pod must be ready for ${seconds} s before the next step.`;
}

/** The text or number of a nested field of `spec`. */
export function specText(manifest: Manifest, ...path: readonly string[]): string | undefined {
  return textAt(fieldsAt(manifest, 'spec'), ...path);
}
