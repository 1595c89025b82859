import { numberAt } from '../../manifest/fields';
import type { Check } from '../check';
import { namespaceOf, objectIndex } from '../object-index';
import { isSystemNamespace } from '../own-pods';

/** The CronJob controller looks this often, in seconds, for what is due. Source: its documentation. */
const round = 10;

/** A CronJob says how late a run may start. */
export const cronJobHasDeadline: Check = {
  id: 'cron-job-has-deadline',
  summary: 'A CronJob has startingDeadlineSeconds.',
  why: 'Without it, a run that was missed starts at any later time, such as a nightly one at noon when the cluster is back.',
  fix: 'Write startingDeadlineSeconds, such as 300 for a run that may be five minutes late.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: registry.example.com/backup:1.4
`,
    right: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
spec:
  schedule: "0 3 * * *"
  startingDeadlineSeconds: 300
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: registry.example.com/backup:1.4
`,
  },
  *run(input) {
    const field = 'spec.startingDeadlineSeconds';
    for (const object of objectIndex(input).ofKind('batch/CronJob')) {
      if (isSystemNamespace(namespaceOf(object))) continue;
      const deadline = numberAt(object.manifest, 'spec', 'startingDeadlineSeconds');
      if (deadline === undefined) {
        yield { object, field, problem: 'a missed run may start at any later time' };
      } else if (deadline < round) {
        const problem = `Kubernetes looks every ${round} seconds for runs that are due, and may miss each of them, got ${deadline}`;
        yield { object, field, problem, fix: `Write ${round} or more.` };
      }
    }
  },
};
