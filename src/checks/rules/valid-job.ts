import { show } from '../../errors';
import { fieldsAt, itemsAt, numberAt, textAt } from '../../manifest/fields';
import { at, isFields } from '../../manifest/manifest';
import type { Check, Report } from '../check';
import { objectIndex } from '../object-index';

/** What a Job says of its runs fits together. */
export const validJob: Check = {
  id: 'valid-job',
  summary:
    'The counts of a Job or CronJob are 0 or more, and what it says of its runs fits together.',
  why: 'The API server refuses negative counts, an Indexed Job without completions, a selector of its own, and a podFailurePolicy for pods that restart.',
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
      for (const found of parallelProblems(spec)) yield { object, ...found };
      for (const found of selectorProblems(spec)) yield { object, ...found };
    }
    for (const object of index.ofKind('batch/CronJob')) {
      const spec = at(object.manifest, 'spec');
      for (const found of negativeCounts(spec, 'spec', cronCounts)) yield { object, ...found };
      const job = at(spec, 'jobTemplate', 'spec');
      const field = 'spec.jobTemplate.spec';
      for (const found of jobProblems(job, field)) yield { object, ...found };
      // The server writes no completions into a template.
      if (isIndexed(job) && at(job, 'completions') == null) {
        yield { object, field: `${field}.completions`, ...noCompletions };
      }
      if (at(job, 'manualSelector') === true || at(job, 'selector') != null) {
        yield {
          object,
          field: `${field}.${at(job, 'selector') == null ? 'manualSelector' : 'selector'}`,
          problem: 'the Jobs of a CronJob get their selectors from the server',
          fix: 'Take selector and manualSelector out.',
        };
      }
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
  if (numberAt(spec, 'backoffLimitPerIndex') !== undefined && !isIndexed(spec)) {
    yield {
      field: `${field}.backoffLimitPerIndex`,
      problem: 'backoffLimitPerIndex is only for a Job with completionMode: Indexed',
      fix: 'Write completionMode: Indexed, or take it out.',
      from: [`${field}.completionMode`],
    };
  }
  yield* failureRuleProblems(spec, field);
  const policy = textAt(spec, 'template', 'spec', 'restartPolicy');
  if (isFields(at(spec, 'podFailurePolicy')) && policy === 'OnFailure') {
    yield {
      field: `${field}.podFailurePolicy`,
      problem: 'podFailurePolicy is only for pods with restartPolicy: Never, got OnFailure',
      fix: 'Write restartPolicy: Never, or take podFailurePolicy out.',
    };
  }
}

function isIndexed(spec: unknown): boolean {
  return textAt(spec, 'completionMode') === 'Indexed';
}

const noCompletions = {
  problem: 'an Indexed Job needs completions',
  fix: 'Write completions, the number of indexes, or take completionMode out.',
};

function* parallelProblems(spec: unknown): Generator<Found> {
  // Without parallelism the server takes both for 1.
  if (!isIndexed(spec) || at(spec, 'parallelism') == null) return;
  if (at(spec, 'completions') == null) yield { field: 'spec.completions', ...noCompletions };
}

function* failureRuleProblems(spec: unknown, field: string): Generator<Found> {
  const pod = at(spec, 'template', 'spec');
  const names = [...itemsAt(pod, 'containers'), ...itemsAt(pod, 'initContainers')].map(
    ({ item }) => item['name'],
  );
  for (const { item, index } of itemsAt(spec, 'podFailurePolicy', 'rules')) {
    const place = `${field}.podFailurePolicy.rules[${index}]`;
    if (item['action'] === 'FailIndex' && at(spec, 'backoffLimitPerIndex') == null) {
      const problem = 'the action FailIndex needs backoffLimitPerIndex';
      const fix = 'Write backoffLimitPerIndex in the spec of the Job, or another action.';
      yield { field: `${place}.action`, problem, fix, from: [`${field}.backoffLimitPerIndex`] };
    }
    const container = textAt(item, 'onExitCodes', 'containerName');
    if (container !== undefined && !names.includes(container)) {
      yield {
        field: `${place}.onExitCodes.containerName`,
        problem: `the pod has no container ${show(container)}`,
        fix: `Write one of ${names.filter(Boolean).join(', ')}, or take it out for all.`,
        from: ['containers', 'initContainers'].map(
          (list) => `${field}.template.spec.${list}[].name`,
        ),
      };
    }
    const values = at(item, 'onExitCodes', 'values');
    if (
      Array.isArray(values) &&
      values.includes(0) &&
      at(item, 'onExitCodes', 'operator') === 'In'
    ) {
      const problem = 'the exit code 0 is no failure, so no rule can be for it';
      yield { field: `${place}.onExitCodes.values`, problem, fix: 'Take 0 out.' };
    }
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
    from: ['spec.manualSelector'],
  };
}
