import { validJob as check } from '../../../src/checks/rules/valid-job';
import { finds } from '../finds';

const job = (spec: string, policy = 'Never'): string[] =>
  finds(
    check,
    `
apiVersion: batch/v1
kind: Job
metadata: { name: it }
spec: { ${spec}, template: { spec: { restartPolicy: ${policy}, containers: [{ name: a, image: b }] } } }
`,
  );
const cronJob = (spec: string, inner: string): string[] =>
  finds(
    check,
    `
apiVersion: batch/v1
kind: CronJob
metadata: { name: it }
spec: { schedule: "@daily", ${spec}, jobTemplate: { spec: { ${inner} } } }
`,
  );

test.each([
  'completions: 3, parallelism: 0, backoffLimit: 0',
  'completionMode: Indexed, completions: 1',
  'completionMode: Indexed',
  'podFailurePolicy: { rules: [] }',
  'selector: { matchLabels: { controller-uid: a } }',
  'manualSelector: true, selector: { matchLabels: { app: a } }',
])('passes a sound Job: %s', (spec) => {
  expect(job(spec)).toEqual([]);
});

test.each([
  ['completions: -1', 'completions: must be 0 or more, got -1'],
  ['completionMode: Indexed, parallelism: 2', 'completions: an Indexed Job needs completions'],
  [
    'selector: { matchLabels: { app: a } }',
    'selector: a Job gets its selector from the server, and may not have its own',
  ],
])('reports a Job that the API server refuses: %s', (spec, found) => {
  expect(job(spec)).toEqual([`error Job/it spec.${found}`]);
});

test('reports a podFailurePolicy of pods that restart', () => {
  expect(job('podFailurePolicy: { rules: [] }', 'OnFailure')).toEqual([
    'error Job/it spec.podFailurePolicy: podFailurePolicy is only for pods with restartPolicy: Never, got OnFailure',
  ]);
});

test('looks at a CronJob and at the Jobs it makes', () => {
  expect(cronJob('failedJobsHistoryLimit: 0', 'backoffLimit: 0')).toEqual([]);
  expect(cronJob('failedJobsHistoryLimit: -1', 'backoffLimit: -2')).toEqual([
    'error CronJob/it spec.failedJobsHistoryLimit: must be 0 or more, got -1',
    'error CronJob/it spec.jobTemplate.spec.backoffLimit: must be 0 or more, got -2',
  ]);
});

test.each([
  [
    'backoffLimitPerIndex: 1',
    'backoffLimitPerIndex is only for a Job with completionMode: Indexed',
  ],
  [
    'podFailurePolicy: { rules: [{ action: FailIndex, onExitCodes: { operator: In, values: [1] } }] }',
    'the action FailIndex needs backoffLimitPerIndex',
  ],
  [
    'podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { containerName: b, operator: In, values: [1] } }] }',
    'the pod has no container "b"',
  ],
  [
    'podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { operator: In, values: [0] } }] }',
    'the exit code 0 is no failure',
  ],
])('reports what a Job says of failures that cannot be: %s', (spec, found) => {
  const all = job(spec);
  expect(all).toHaveLength(1);
  expect(all[0]).toContain(found);
});

test('wants completions of the Indexed Jobs of a CronJob in any case, and no selector', () => {
  const inner = 'template: { spec: { restartPolicy: Never, containers: [{ name: a, image: b }] } }';
  const field = 'error CronJob/it spec.jobTemplate.spec';
  expect(cronJob('suspend: false', `completionMode: Indexed, ${inner}`)).toEqual([
    `${field}.completions: an Indexed Job needs completions`,
  ]);
  expect(cronJob('suspend: false', `selector: {}, ${inner}`)).toEqual([
    `${field}.selector: the Jobs of a CronJob get their selectors from the server`,
  ]);
});
