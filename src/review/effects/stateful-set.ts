import { minorOf } from '../../facts/kubernetes/minor';
import { numberAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import type { Attribution } from '../change';
import { isWithin, type FieldChange, type KindEffects, type Pair } from '../kind-effects';
import {
  autoscalerSentence,
  isInTemplate,
  replicasOf,
  scaleChange,
  serviceSentence,
  specText,
  strategyChange,
  templateRules,
  whatChanges,
} from '../pod-template';
import { scaled } from '../rollout';
import { count } from '../words';

/** StatefulSets: pods restart one by one from the last; most other fields can never change. */
export const statefulSet: KindEffects = {
  kinds: ['apps/StatefulSet'],
  comparesNotation: true,
  rules: (change, pair) =>
    templateRules(change, pair) ?? onDeleteRefusal(change, pair) ?? dropped(change, pair),
  changed(change, pair) {
    if (isInTemplate(change)) return restart(change, pair);
    if (change.pattern === 'spec.replicas') return scale(change, pair);
    if (isWithin(change.pattern, 'spec.persistentVolumeClaimRetentionPolicy')) {
      return retention(pair);
    }
    if (isWithin(change.pattern, 'spec.ordinals')) {
      return {
        effect: 'data-risk',
        explanation:
          'The pods get other numbers: pods of the old numbers stop, and the new ones start with new, empty volumes. The old volumes stay.',
        advice: 'Copy the data to the volumes of the new numbers before old ones are deleted.',
      };
    }
    if (change.pattern === 'spec.updateStrategy.rollingUpdate.partition')
      return partitioned(change);
    const told = strategyChange(change);
    if (told !== undefined) return told;
    if (change.pattern.startsWith('spec.')) {
      return {
        effect: 'rollout-setting',
        explanation: 'No pod is touched: it counts from the next rollout on.',
      };
    }
    return undefined;
  },
  recreating({ differences }) {
    const isOfClaims = differences.some(({ path }) => path[1] === 'volumeClaimTemplates');
    return `Delete the StatefulSet with \`kubectl delete --cascade=orphan\` and apply again: its pods go on running and its volumes stay. Without orphan, all pods stop first.${isOfClaims ? ' Claims that exist stay as they are: change each by itself; a claim can only grow.' : ''}`;
  },
  created({ manifest, around }) {
    const pods = replicasOf(manifest, around);
    const claims = at(manifest, 'spec', 'volumeClaimTemplates');
    const volumes = Array.isArray(claims) ? claims.length * pods : 0;
    return {
      effect: 'created',
      explanation: `Starts ${count(pods, 'pod')}${volumes === 0 ? '' : ` and claims ${count(volumes, 'volume')}`}.`,
    };
  },
  removed({ manifest }) {
    const policy = specText(manifest, 'persistentVolumeClaimRetentionPolicy', 'whenDeleted');
    const hasClaims = Array.isArray(at(manifest, 'spec', 'volumeClaimTemplates'));
    return policy === 'Delete'
      ? {
          effect: 'data-risk',
          explanation:
            'Where it is deleted, its volumes are deleted with it (whenDeleted: Delete).',
          advice: 'Set whenDeleted to Retain and apply that first, where the data is needed.',
        }
      : {
          effect: 'removed',
          explanation: hasClaims
            ? 'Where it is deleted, its pods stop; its volumes stay until their claims are deleted.'
            : 'Where it is deleted, its pods stop.',
        };
  },
};

function restart(change: FieldChange, pair: Pair): Attribution {
  const { after, afterWritten, next } = pair;
  const replicas = replicasOf(afterWritten, next);
  const told = `${whatChanges(change)}.${serviceSentence(change, pair)}`;
  if (specText(after, 'updateStrategy', 'type') === 'OnDelete') {
    return {
      effect: 'rollout-setting',
      explanation: `${told} The update strategy is OnDelete: each pod keeps the old template until somebody deletes it.`,
    };
  }
  const rolling = at(after, 'spec', 'updateStrategy', 'rollingUpdate');
  const partition = numberAt(rolling, 'partition') ?? 0;
  const first = numberAt(after, 'spec', 'ordinals', 'start') ?? 0;
  const pods = Math.max(0, Math.min(replicas, first + replicas - partition));
  if (pods === 0) {
    return {
      effect: 'rollout-setting',
      explanation: `${told} ${replicas === 0 ? 'No pod runs now, so none restarts.' : `The partition ${partition} holds all ${replicas} pods back.`}`,
    };
  }
  const held =
    pods < replicas ? ` The partition ${partition} holds the first ${replicas - pods} back.` : '';
  const down = Math.max(1, scaled(at(rolling, 'maxUnavailable') ?? 1, replicas, Math.ceil));
  const stayUp = Math.max(0, replicas - down);
  const scaler = autoscalerSentence(afterWritten, next);
  if (stayUp === 0) {
    return {
      effect: 'restart-with-downtime',
      pods,
      explanation: `${told} ${replicas === 1 ? 'The only pod stops' : `All ${replicas} pods may stop`} before a new one starts, so nothing serves in between.${scaler}`,
      advice: 'Plan for downtime, or run more replicas where the program can share the work.',
    };
  }
  return {
    effect: 'rolling-restart',
    pods,
    explanation: `${told} ${stayUp} of ${replicas} pods stay up; ${count(pods, 'pod')} restart${pods === 1 ? 's' : ''} from the last to the first, each stopped before its successor starts.${held}${scaler}`,
  };
}

/** Pods that a higher partition held back are restarted when it sinks. */
function partitioned({ before, after }: FieldChange): Attribution {
  return {
    effect: 'rollout-setting',
    explanation:
      Number(after ?? 0) < Number(before ?? 0)
        ? `Pods from number ${Number(after ?? 0)} on that still have an older template restart now; where none has, nothing happens.`
        : `No pod is touched now. Pods below number ${Number(after)} keep their template from now on.`,
  };
}

function scale(change: FieldChange, pair: Pair): Attribution {
  const scaling = scaleChange(change, pair);
  const isDown = Number(change.after) < Number(change.before);
  if (!Array.isArray(at(pair.after, 'spec', 'volumeClaimTemplates'))) return scaling;
  if (!isDown)
    return { ...scaling, explanation: `${scaling.explanation} Each new pod gets its own volume.` };
  return specText(pair.after, 'persistentVolumeClaimRetentionPolicy', 'whenScaled') === 'Delete'
    ? {
        effect: 'data-risk',
        explanation: `${scaling.explanation} The volumes of the removed pods are deleted (whenScaled: Delete).`,
        advice: 'Set whenScaled to Retain and apply that first, where the data is needed.',
      }
    : { ...scaling, explanation: `${scaling.explanation} The volumes of the removed pods stay.` };
}

function retention({ after }: Pair): Attribution {
  const policy = at(after, 'spec', 'persistentVolumeClaimRetentionPolicy');
  const deleted = at(policy, 'whenDeleted') === 'Delete';
  const isScaled = at(policy, 'whenScaled') === 'Delete';
  if (!deleted && !isScaled) {
    return {
      effect: 'config-only',
      explanation: 'From now on the volumes stay when pods or the StatefulSet are deleted.',
    };
  }
  const when = [deleted ? 'the StatefulSet is deleted' : '', isScaled ? 'it is scaled down' : ''];
  return {
    effect: 'data-risk',
    explanation: `Nothing is deleted now. From now on volumes are deleted when ${when.filter((text) => text !== '').join(' or when ')}.`,
    advice: 'Keep Retain where the data must outlive the pods.',
  };
}

/** OnDelete beside a `rollingUpdate` that the server filled in is refused. */
function onDeleteRefusal(change: FieldChange, pair: Pair): Attribution | undefined {
  if (change.pattern !== 'spec.updateStrategy.type' || change.after !== 'OnDelete')
    return undefined;
  const path = ['spec', 'updateStrategy', 'rollingUpdate'];
  const isFilledIn =
    at(pair.before, ...path) !== undefined && at(pair.beforeWritten, ...path) === undefined;
  return isFilledIn && at(pair.afterWritten, ...path) !== null
    ? {
        effect: 'rejected',
        explanation:
          'The server filled in rollingUpdate before, kubectl apply leaves it there, and OnDelete beside it is refused.',
        advice: 'Write rollingUpdate: null beside type: OnDelete.',
      }
    : undefined;
}

/** Fields of an alpha gate that is off by default: the server drops them without a word. */
function dropped(change: FieldChange, { version }: Pair): Attribution | undefined {
  const minor = minorOf(version);
  const isGated =
    (isWithin(change.pattern, 'spec.persistentVolumeClaimRetentionPolicy') && minor >= 23) ||
    (isWithin(change.pattern, 'spec.ordinals') && minor >= 26);
  return isGated && minor < 27
    ? {
        effect: 'none',
        explanation: `Kubernetes ${version} drops the field unless a feature gate is switched on; it counts from 1.27 on.`,
      }
    : undefined;
}
