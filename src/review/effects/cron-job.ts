import { minorOf } from '../../facts/kubernetes/minor';
import { textAt } from '../../manifest/fields';
import { refOf, type Manifest } from '../../manifest/manifest';
import type { Attribution } from '../change';
import { isWithin, type KindEffects } from '../kind-effects';
import { said } from '../words';

/** CronJobs: every change counts from the next run on. */
export const cronJob: KindEffects = {
  kinds: ['batch/CronJob'],
  rules: (change, { before, after, version }) =>
    change.pattern === 'spec.schedule' && !hasZone(before)
      ? scheduleRefusal(after, version)
      : undefined,
  changed(change) {
    if (isWithin(change.pattern, 'spec.jobTemplate')) {
      return {
        effect: 'config-only',
        explanation: 'Running Jobs are not touched: the next run uses the new template.',
      };
    }
    if (change.pattern === 'spec.suspend') {
      return {
        effect: 'config-only',
        explanation:
          change.after === true
            ? 'No further run starts; a running one goes on.'
            : 'Runs start again. Missed ones within startingDeadlineSeconds are caught up at once.',
      };
    }
    if (change.pattern === 'spec.schedule') {
      return {
        effect: 'config-only',
        explanation: `The next runs follow ${said(change.after)} instead of ${said(change.before)}.`,
      };
    }
    if (change.pattern.startsWith('spec.')) {
      return { effect: 'config-only', explanation: 'It counts from the next run on.' };
    }
    return undefined;
  },
  created: ({ manifest, version }) =>
    nameRefusal(manifest) ??
    scheduleRefusal(manifest, version) ?? {
      effect: 'created',
      explanation: `Nothing runs now; runs follow the schedule ${textAt(manifest, 'spec', 'schedule') ?? ''}.`,
    },
  removed: () => ({
    effect: 'removed',
    explanation: 'Where it is deleted, no further run starts, and its Jobs are deleted with it.',
  }),
};

function nameRefusal(manifest: Manifest): Attribution | undefined {
  const { name } = refOf(manifest);
  return name.length > 52
    ? {
        effect: 'rejected',
        explanation: `The API server refuses it: the name has ${name.length} characters, and a CronJob's may have 52.`,
        advice: 'Choose a name of at most 52 characters.',
      }
    : undefined;
}

function hasZone(manifest: Manifest): boolean {
  return textAt(manifest, 'spec', 'schedule')?.includes('TZ') === true;
}

/** Since 1.29 a time zone within the schedule is refused, unless it was there already. */
function scheduleRefusal(manifest: Manifest, version: string): Attribution | undefined {
  return hasZone(manifest) && minorOf(version) >= 29
    ? {
        effect: 'rejected',
        explanation: 'The API server refuses a time zone within schedule.',
        advice: 'Write the time zone into spec.timeZone.',
      }
    : undefined;
}
