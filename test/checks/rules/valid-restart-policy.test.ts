import { validRestartPolicy as check } from '../../../src/checks/rules/valid-restart-policy';
import { finds, podYaml, workloadYaml } from '../finds';

const job = (pod: string): string => workloadYaml('Job', '', pod).replace('apps/v1', 'batch/v1');

test('passes Always for what lasts, and the others for Jobs and Pods', () => {
  expect(finds(check, workloadYaml('Deployment', '', 'restartPolicy: Always'))).toEqual([]);
  expect(finds(check, job('restartPolicy: OnFailure'))).toEqual([]);
  expect(finds(check, podYaml('restartPolicy: Never'))).toEqual([]);
});

test('reports a Job that restarts always, which is the default', () => {
  expect(finds(check, job(''))).toEqual([
    'error Job/web spec.template.spec.restartPolicy: must be OnFailure or Never in a Job, got nothing, which is Always',
  ]);
  expect(finds(check, job('restartPolicy: Always'))).toHaveLength(1);
});

test('reports a workload whose pods would end', () => {
  expect(finds(check, workloadYaml('DaemonSet', '', 'restartPolicy: Never'))).toHaveLength(1);
  expect(finds(check, workloadYaml('Deployment', '', 'activeDeadlineSeconds: 5'))).toHaveLength(1);
});

test('leaves a restartPolicy in a wrong place to the check that says so', () => {
  const yaml = `apiVersion: batch/v1\nkind: Job\nmetadata: { name: it }\nspec: { restartPolicy: Never, template: { spec: { containers: [{ name: a, image: b }] } } }\n`;
  expect(finds(check, yaml)).toEqual([]);
});
