import { minorOf } from '../../facts/kubernetes/minor';
import { fieldsAt, numberAt } from '../../manifest/fields';
import type { Check } from '../check';
import { namespaceOf, objectIndex } from '../object-index';
import { isSystemNamespace } from '../own-pods';

/** A Job that ended goes away. */
export const jobIsCleanedUp: Check = {
  id: 'job-is-cleaned-up',
  summary: 'A Job has ttlSecondsAfterFinished.',
  why: 'A Job that ended stays, with its pods, until someone deletes it; an apply of the changed Job is then refused, since its template may not change.',
  fix: 'Write ttlSecondsAfterFinished, such as 86400 to keep it for a day.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: batch/v1
kind: Job
metadata:
  name: import
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: import
          image: registry.example.com/import:1.4
`,
    right: `apiVersion: batch/v1
kind: Job
metadata:
  name: import
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: import
          image: registry.example.com/import:1.4
`,
  },
  *run(input) {
    // Before 1.21, the field is there only where a feature gate is on.
    if (minorOf(input.kubernetesVersion) < 21) return;
    for (const object of objectIndex(input).ofKind('batch/Job')) {
      if (numberAt(object.manifest, 'spec', 'ttlSecondsAfterFinished') !== undefined) continue;
      if (isSystemNamespace(namespaceOf(object)) || isHook(object.manifest)) continue;
      const problem = 'the Job stays for ever once it has ended';
      yield { object, field: 'spec.ttlSecondsAfterFinished', problem };
    }
  },
};

/** Helm and Argo CD delete the Jobs that are their hooks themselves. */
function isHook(manifest: unknown): boolean {
  const annotations = fieldsAt(manifest, 'metadata', 'annotations');
  return ['helm.sh/hook', 'argocd.argoproj.io/hook'].some((name) =>
    Object.hasOwn(annotations, name),
  );
}
