import { jobIsCleanedUp as check } from '../../../src/checks/rules/job-is-cleaned-up';
import { finds } from '../finds';

const job = (spec: string, metadata = ''): string => `
apiVersion: batch/v1
kind: Job
metadata: { name: it${metadata} }
spec: { ${spec} }`;

test('warns of a Job that stays', () => {
  expect(finds(check, job(''))).toEqual([
    'warning Job/it spec.ttlSecondsAfterFinished: the Job stays for ever once it has ended',
  ]);
});

test('passes a Job with a time to live, be it 0, and one that Helm deletes', () => {
  expect(finds(check, job('ttlSecondsAfterFinished: 0'))).toEqual([]);
  expect(finds(check, job('', ', annotations: { helm.sh/hook: pre-install }'))).toEqual([]);
});

test('passes every Job where the version does not have the field yet', () => {
  expect(finds(check, job(''), { kubernetesVersion: '1.20' })).toEqual([]);
});

test('passes the Jobs of a CronJob, which deletes them itself', () => {
  expect(finds(check, job('').replace('kind: Job', 'kind: CronJob'))).toEqual([]);
});
