import { numberAt, textAt } from '../../manifest/fields';
import { isWithin, type KindEffects } from '../kind-effects';

/** HorizontalPodAutoscalers: how many pods there are. */
export const horizontalPodAutoscaler: KindEffects = {
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  rules({ pattern }, { after }) {
    const least = numberAt(after, 'spec', 'minReplicas') ?? 1;
    const most = numberAt(after, 'spec', 'maxReplicas');
    const isBound = pattern === 'spec.minReplicas' || pattern === 'spec.maxReplicas';
    return isBound && most !== undefined && most < least
      ? {
          effect: 'rejected',
          explanation: `The API server refuses it: maxReplicas ${most} is below minReplicas ${least}.`,
          advice: 'Set maxReplicas to at least minReplicas.',
        }
      : undefined;
  },
  changed(change, { after }) {
    const target = `${textAt(after, 'spec', 'scaleTargetRef', 'kind') ?? 'object'} ${textAt(after, 'spec', 'scaleTargetRef', 'name') ?? ''}`;
    if (change.pattern === 'spec.minReplicas' || change.pattern === 'spec.maxReplicas') {
      return {
        effect: 'scale',
        explanation: `${target} runs ${numberAt(after, 'spec', 'minReplicas') ?? 1} to ${numberAt(after, 'spec', 'maxReplicas') ?? 1} pods from now on; pods are added or removed where it was outside of that. None restarts.`,
      };
    }
    if (isWithin(change.pattern, 'spec.scaleTargetRef')) {
      return {
        effect: 'scale',
        explanation: `It scales ${target} from now on; what it scaled before keeps its number of pods.`,
      };
    }
    if (isWithin(change.pattern, 'spec.behavior')) {
      return {
        effect: 'rollout-setting',
        explanation: `How fast ${target} is scaled changes; nothing happens now.`,
      };
    }
    if (change.pattern.startsWith('spec.')) {
      return {
        effect: 'scale',
        explanation: `The next reading of the metrics may add or remove pods of ${target}. None restarts.`,
      };
    }
    return undefined;
  },
  created({ manifest }) {
    return {
      effect: 'created',
      explanation: `From now on it sets replicas of ${textAt(manifest, 'spec', 'scaleTargetRef', 'kind') ?? 'its target'} ${textAt(manifest, 'spec', 'scaleTargetRef', 'name') ?? ''}: ${numberAt(manifest, 'spec', 'minReplicas') ?? 1} to ${numberAt(manifest, 'spec', 'maxReplicas') ?? 1} pods.`,
    };
  },
  removed: () => ({
    effect: 'removed',
    explanation: 'Where it is deleted, its target keeps the number of pods that it has then.',
  }),
};
