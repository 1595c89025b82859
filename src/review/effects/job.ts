import { at } from '../../manifest/manifest';
import { minorOf } from '../../facts/kubernetes/minor';
import type { Attribution } from '../change';
import { isWithin, type FieldChange, type KindEffects, type Pair } from '../kind-effects';

import { count, said } from '../words';

/** Jobs: what they run can never change; how much at a time can. */
export const job: KindEffects = {
  kinds: ['batch/Job'],
  rules: (change, pair) => completions(change, pair) ?? suspendedTemplate(change, pair),
  changed(change) {
    if (change.pattern === 'spec.parallelism') {
      return {
        effect: 'scale',
        explanation: `The Job runs ${said(change.after)} pods at a time instead of ${said(change.before)}; running pods above that number stop.`,
      };
    }
    if (change.pattern === 'spec.suspend') {
      return change.after === true
        ? {
            effect: 'scale',
            explanation:
              'The Job is suspended: its running pods are stopped, and their work is lost.',
          }
        : { effect: 'scale', explanation: 'The Job goes on: its pods are started.' };
    }
    if (change.pattern.startsWith('spec.')) {
      return {
        effect: 'config-only',
        explanation: 'No pod restarts: it counts for the running Job from now on.',
      };
    }
    return undefined;
  },
  recreating: () =>
    'Delete the Job and apply it again, or apply it under another name: it then runs from the start.',
  removed: () => ({
    effect: 'removed',
    explanation:
      'Where it is deleted, its pods are deleted with it, with their logs; what they have not done yet is not done.',
  }),
  created({ manifest }) {
    if (at(manifest, 'spec', 'suspend') === true) {
      return { effect: 'created', explanation: 'Nothing runs yet: the Job is suspended.' };
    }
    const pods = at(manifest, 'spec', 'parallelism');
    return {
      effect: 'created',
      explanation: `Runs ${count(typeof pods === 'number' ? pods : 1, 'pod')} at a time.`,
    };
  },
};

/** An indexed Job may be resized: completions and parallelism changed to the same number. */
function completions(
  change: FieldChange,
  { before, after, version }: Pair,
): Attribution | undefined {
  if (change.pattern !== 'spec.completions' || minorOf(version) < 27) return undefined;
  const isElastic =
    at(before, 'spec', 'completionMode') === 'Indexed' &&
    change.after === at(after, 'spec', 'parallelism');
  return isElastic
    ? {
        effect: 'scale',
        explanation: `The indexed Job is resized from ${said(change.before)} to ${said(change.after)} completions; parallelism is the same number, so it is accepted.`,
      }
    : undefined;
}

const scheduling = [
  'spec.template.spec.nodeSelector',
  'spec.template.spec.affinity.nodeAffinity',
  'spec.template.spec.tolerations',
  'spec.template.metadata.labels',
  'spec.template.metadata.annotations',
];
const resources = [
  'spec.template.spec.containers[*].resources',
  'spec.template.spec.initContainers[*].resources',
];

/** A suspended Job may still be told where to run. */
function suspendedTemplate(change: FieldChange, pair: Pair): Attribution | undefined {
  const minor = minorOf(pair.version);
  if (minor < 23 || at(pair.before, 'spec', 'suspend') !== true) return undefined;
  const parts = [
    ...scheduling,
    ...(minor >= 27 ? ['spec.template.spec.schedulingGates'] : []),
    ...(minor >= 36 ? resources : []),
  ];
  if (!parts.some((part) => isWithin(change.pattern, part))) return undefined;
  return {
    effect: 'config-only',
    explanation: `The Job is suspended, so its pods start with it later. ${minor >= 36 ? 'The server refuses it while pods of the Job are running.' : 'The server refuses it if the Job has run before.'}`,
  };
}
