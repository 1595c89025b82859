import { minorOf } from '../../facts/kubernetes/minor';
import { timeZones } from '../../facts/kubernetes/time-zones';
import { show } from '../../errors';
import { closest } from '../../manifest/closest';
import { neverComes, scheduleProblem } from '../../manifest/cron';
import { textAt } from '../../manifest/fields';
import type { Check } from '../check';
import { objectIndex } from '../object-index';

/** The schedule of a CronJob is one that can be read. */
export const validSchedule: Check = {
  id: 'valid-schedule',
  summary: 'The schedule of a CronJob is a cron schedule.',
  why: 'The API server refuses a CronJob whose schedule it cannot read.',
  fix: 'Write five fields, such as "0 3 * * *" for each night at three, or a shortcut such as @daily.',
  severity: 'error',
  example: {
    wrong: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
spec:
  schedule: "0 3 * *"
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
    const minor = minorOf(input.kubernetesVersion);
    for (const object of objectIndex(input).ofKind('batch/CronJob')) {
      const schedule = textAt(object.manifest, 'spec', 'schedule');
      if (schedule !== undefined) {
        const problem = scheduleProblem(schedule);
        const field = 'spec.schedule';
        if (problem !== undefined)
          yield { object, field, problem: `${problem}, got ${show(schedule)}` };
        else if (minor >= 29 && schedule.includes('TZ=')) {
          yield {
            object,
            field,
            problem: `Kubernetes refuses a time zone in a schedule from 1.29 on, got ${show(schedule)}`,
            fix: 'Write the time zone under spec.timeZone.',
          };
        } else if (neverComes(schedule)) {
          yield {
            object,
            field,
            problem: `no month that it names has such a day, so the Job never runs, got "${schedule}"`,
            fix: 'Write a day that comes, or suspend: true where the Job is only started by hand.',
            severity: 'warning',
          };
        }
      }
      const zone = textAt(object.manifest, 'spec', 'timeZone');
      if (zone !== undefined && !timeZones().has(zone)) {
        const meant = closest(zone, timeZones());
        yield {
          object,
          field: 'spec.timeZone',
          problem: `must be the name of a time zone, got ${show(zone)}`,
          fix:
            meant === undefined
              ? 'Write a name of the time zone database, such as Asia/Shanghai or Etc/UTC.'
              : `Write ${meant}.`,
        };
      }
    }
  },
};
