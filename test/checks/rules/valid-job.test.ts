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
  [
    'completionMode: Indexed, parallelism: 2',
    'completions: an Indexed Job with parallelism needs completions',
  ],
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
