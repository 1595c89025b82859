import { fieldsAt, numberAt, textAt } from '../../manifest/fields';
import { at, isFields } from '../../manifest/manifest';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';

/** What a Job says of its runs fits together. */
export const validJob: Check = {
  id: 'valid-job',
  summary:
    'The counts of a Job or CronJob are 0 or more, and what it says of its runs fits together.',
  why: 'The API server refuses negative counts, an Indexed Job with parallelism and without completions, a selector of its own, and a podFailurePolicy for pods that restart.',
  fix: 'Write a count of 0 or more.',
  severity: 'error',
  example: {
    wrong: `apiVersion: batch/v1
kind: Job
metadata:
  name: once
spec:
  completionMode: Indexed
  parallelism: 3
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: once
          image: busybox:1.36.1
`,
    right: `apiVersion: batch/v1
kind: Job
metadata:
  name: once
spec:
  completionMode: Indexed
  parallelism: 3
  completions: 3
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: once
          image: busybox:1.36.1
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const object of index.ofKind('batch/Job')) {
      const spec = at(object.manifest, 'spec');
      for (const found of jobProblems(spec, 'spec')) yield { object, ...found };
      for (const found of selectorProblems(spec)) yield { object, ...found };
    }
    for (const object of index.ofKind('batch/CronJob')) {
      const spec = at(object.manifest, 'spec');
      for (const found of negativeCounts(spec, 'spec', cronCounts)) yield { object, ...found };
      const job = at(spec, 'jobTemplate', 'spec');
      for (const found of jobProblems(job, 'spec.jobTemplate.spec')) yield { object, ...found };
    }
  },
};

type Found = Omit<Report, 'object'>;

const cronCounts = [
  'startingDeadlineSeconds',
  'successfulJobsHistoryLimit',
  'failedJobsHistoryLimit',
];
const jobCounts = [
  'parallelism',
  'completions',
  'backoffLimit',
  'backoffLimitPerIndex',
  'activeDeadlineSeconds',
  'ttlSecondsAfterFinished',
];

function* negativeCounts(spec: unknown, field: string, keys: readonly string[]): Generator<Found> {
  for (const key of keys) {
    const count = numberAt(spec, key) ?? 0;
    if (count < 0) yield { field: `${field}.${key}`, problem: `must be 0 or more, got ${count}` };
  }
}

function* jobProblems(spec: unknown, field: string): Generator<Found> {
  yield* negativeCounts(spec, field, jobCounts);
  const completions = at(spec, 'completions') ?? undefined;
  // Without parallelism the server takes both for 1.
  const isParallel = numberAt(spec, 'parallelism') !== undefined;
  if (textAt(spec, 'completionMode') === 'Indexed' && completions === undefined && isParallel) {
    yield {
      field: `${field}.completions`,
      problem: 'an Indexed Job with parallelism needs completions',
      fix: 'Write completions, the number of indexes, or take completionMode out.',
    };
  }
  const policy = textAt(spec, 'template', 'spec', 'restartPolicy');
  if (isFields(at(spec, 'podFailurePolicy')) && policy === 'OnFailure') {
    yield {
      field: `${field}.podFailurePolicy`,
      problem: 'podFailurePolicy is only for pods with restartPolicy: Never, got OnFailure',
      fix: 'Write restartPolicy: Never, or take podFailurePolicy out.',
    };
  }
}

/** Keys that the server itself puts into the selector. */
const ownKeys: ReadonlySet<string> = new Set([
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
  'controller-uid',
  'job-name',
]);

function* selectorProblems(spec: unknown): Generator<Found> {
  const labels = Object.keys(fieldsAt(spec, 'selector', 'matchLabels'));
  if (at(spec, 'manualSelector') === true || labels.every((key) => ownKeys.has(key))) return;
  yield {
    field: 'spec.selector',
    problem: 'a Job gets its selector from the server, and may not have its own',
    fix: 'Take selector out.',
  };
}
