import { numberAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import { podTemplatesOf } from '../../manifest/relations';
import type { Attribution } from '../change';
import { isWithin, type FieldChange, type KindEffects, type Pair } from '../kind-effects';
import {
  autoscalerSentence,
  isInTemplate,
  podsStop,
  readySentence,
  replicasOf,
  scaleChange,
  serviceSentence,
  specText,
  templateRules,
  whatChanges,
} from '../pod-template';
import { rolloutOf, rolloutSentence } from '../rollout';
import { count } from '../words';
import { claimsOf } from '../pod-uses';
import { namespaceOf } from '../surroundings';

/** Deployments: a change of the template restarts the pods, everything else doesn't. */
export const deployment: KindEffects = {
  kinds: ['apps/Deployment', 'extensions/Deployment'],
  rules: (change, pair) => templateRules(change, pair) ?? noRoom(change, pair),
  changed(change, pair) {
    if (isInTemplate(change)) return restart(change, pair);
    if (change.pattern === 'spec.replicas') return scaleChange(change, pair);
    if (change.pattern === 'spec.paused') return pausing(change);
    if (isWithin(change.pattern, 'spec.strategy')) return strategy(change, pair);
    if (change.pattern.startsWith('spec.')) {
      return {
        effect: 'rollout-setting',
        explanation: 'No pod is touched: it counts from the next rollout on.',
      };
    }
    return undefined;
  },
  recreating(pair) {
    const pods = count(replicasOf(pair.afterWritten, pair.next), 'pod');
    return `Keep it as it was. Or apply it under another name: the old Deployment serves until you delete it. Or delete it and apply it again: its ${pods} stop until new ones are ready.`;
  },
  created({ manifest, around }) {
    const pods = replicasOf(manifest, around);
    return {
      effect: 'created',
      explanation: `Starts ${count(pods, 'pod')}.${autoscalerSentence(manifest, around)}`,
    };
  },
  removed: podsStop,
};

/** A rollout that may neither start a pod more nor run one less gets nowhere. */
function noRoom(change: FieldChange, { after }: Pair): Attribution | undefined {
  const rolling = at(after, 'spec', 'strategy', 'rollingUpdate');
  const isNone = (value: unknown): boolean => value === 0 || value === '0%';
  return isWithin(change.pattern, 'spec.strategy') &&
    isNone(at(rolling, 'maxSurge')) &&
    isNone(at(rolling, 'maxUnavailable'))
    ? {
        effect: 'rejected',
        explanation:
          'The API server refuses it: maxSurge and maxUnavailable are both 0, so that no pod could be replaced.',
        advice: 'Set one of the two to at least 1.',
      }
    : undefined;
}

function restart(change: FieldChange, pair: Pair): Attribution {
  const { after, afterWritten, next } = pair;
  const replicas = replicasOf(afterWritten, next);
  const told = `${whatChanges(change)}.${serviceSentence(change, pair)}`;
  if (at(after, 'spec', 'paused') === true) {
    return {
      effect: 'rollout-setting',
      explanation: `${told} The Deployment is paused: no pod restarts until it is resumed.`,
    };
  }
  if (replicas === 0) {
    return {
      effect: 'rollout-setting',
      explanation: `${told} No pod runs now, so none restarts; the next pods start with the change.`,
    };
  }
  const scaler = autoscalerSentence(afterWritten, next);
  if (specText(after, 'strategy', 'type') === 'Recreate') {
    return {
      effect: 'restart-with-downtime',
      pods: replicas,
      explanation: `${told} The strategy is Recreate: ${replicas === 1 ? 'the only pod stops' : `all ${replicas} pods stop`} before a new one starts, so nothing serves in between.${scaler}`,
      advice: 'Use the strategy RollingUpdate where two versions may run side by side.',
    };
  }
  const rolling = at(after, 'spec', 'strategy', 'rollingUpdate');
  const rollout = rolloutOf(replicas, at(rolling, 'maxSurge'), at(rolling, 'maxUnavailable'));
  const explanation = `${told} ${rolloutSentence(rollout)}${readySentence(after)}${deadline(pair)}${scaler}`;
  if (rollout.stayUp === 0) {
    return {
      effect: 'restart-with-downtime',
      pods: replicas,
      explanation: `${explanation} For a time no pod may serve.`,
      advice:
        'Set maxUnavailable to 0 and maxSurge to 1 to start a new pod before an old one stops.',
    };
  }
  const advice = volumeAdvice(pair);
  return {
    effect: 'rolling-restart',
    pods: replicas,
    explanation,
    ...(advice === undefined ? {} : { advice }),
  };
}

function deadline({ after }: Pair): string {
  const seconds = numberAt(after, 'spec', 'progressDeadlineSeconds');
  if (seconds === undefined || seconds >= 2_147_483_647) return '';
  return ` The rollout counts as failed when it makes no progress for ${seconds} s; it is not taken back then.`;
}

/** A volume that only one node may mount stops a new pod that starts on another. */
function volumeAdvice({ after, next }: Pair): string | undefined {
  const claims = podTemplatesOf(after).flatMap(claimsOf);
  const single = claims.find((name) => {
    const modes = at(next.claim(namespaceOf(after), name), 'spec', 'accessModes');
    return (
      Array.isArray(modes) &&
      modes.length > 0 &&
      modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod')
    );
  });
  return single === undefined
    ? undefined
    : `The volume ${single} can be mounted by one node only: a new pod on another node waits until the old one is gone. Use the strategy Recreate where that can happen.`;
}

function pausing({ after }: FieldChange): Attribution {
  return after === true
    ? {
        effect: 'rollout-setting',
        explanation: 'From now on changes of the template are stored, and no pod restarts.',
      }
    : {
        effect: 'rollout-setting',
        explanation:
          'Changes that were stored while it was paused are rolled out now; without one, nothing happens.',
      };
}

function strategy(change: FieldChange, pair: Pair): Attribution {
  const isToRecreate = change.pattern === 'spec.strategy.type' && change.after === 'Recreate';
  const isDefaulted = at(pair.beforeWritten, 'spec', 'strategy', 'rollingUpdate') === undefined;
  return {
    effect: 'rollout-setting',
    explanation: isToRecreate
      ? 'No pod is touched now. From the next change of the template on, all pods stop before new ones start.'
      : 'No pod is touched: it counts from the next rollout on.',
    ...(isToRecreate && isDefaulted
      ? {
          advice:
            'The server filled in rollingUpdate, and server-side apply (kubectl --server-side, Flux) refuses Recreate beside it. Write rollingUpdate: null with it.',
        }
      : {}),
  };
}
