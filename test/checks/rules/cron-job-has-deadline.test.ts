import { cronJobHasDeadline as check } from '../../../src/checks/rules/cron-job-has-deadline';
import { finds } from '../finds';

const say = (spec: string): string[] =>
  finds(
    check,
    `
apiVersion: batch/v1
kind: CronJob
metadata: { name: it }
spec: { schedule: '@daily'${spec} }`,
  );

test('warns of a CronJob without one, and of one that is too short', () => {
  expect(say('')).toEqual([
    'warning CronJob/it spec.startingDeadlineSeconds: a missed run may start at any later time',
  ]);
  expect(say(', startingDeadlineSeconds: 5')).toHaveLength(1);
});

test('passes a CronJob with one', () => {
  expect(say(', startingDeadlineSeconds: 10')).toEqual([]);
});
