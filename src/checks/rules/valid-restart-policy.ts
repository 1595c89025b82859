import { show } from '../../errors';
import { textAt } from '../../manifest/fields';
import type { Check, Report } from '../check';
import { objectIndex, type IndexedPod } from '../object-index';
import { isReported } from '../schema-faults';

const lasting: ReadonlySet<string> = new Set([
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'apps/DaemonSet',
  '/ReplicationController',
]);
const ending: ReadonlySet<string> = new Set(['batch/Job', 'batch/CronJob']);

/** The restart policy of a pod template is one that its kind takes. */
export const validRestartPolicy: Check = {
  id: 'valid-restart-policy',
  summary: 'The restartPolicy fits the kind: Always for what lasts, OnFailure or Never for Jobs.',
  why: 'The API server refuses a Job whose pods restart always, which is the default, and a Deployment whose pods do not.',
  fix: 'Write a restartPolicy that the kind takes.',
  severity: 'error',
  example: {
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      restartPolicy: OnFailure
      containers:
        - name: web
          image: nginx:1.27.3
`,
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      restartPolicy: Always
      containers:
        - name: web
          image: nginx:1.27.3
`,
  },
  *run(input) {
    for (const pod of objectIndex(input).pods) {
      for (const found of policyProblems(pod)) {
        if (!isReported(input, pod.object, found.field)) yield found;
      }
    }
  },
};

function* policyProblems({ object, pod, kind }: IndexedPod): Generator<Report> {
  const policy = textAt(pod.spec, 'restartPolicy');
  const field = `${pod.specField}.restartPolicy`;
  if (lasting.has(kind)) {
    if (policy === 'Never' || policy === 'OnFailure') {
      yield {
        object,
        field,
        problem: `must be Always in a ${object.manifest.kind}, got ${show(policy)}`,
        fix: 'Take it out, or make the object a Job.',
      };
    }
    if (typeof pod.spec['activeDeadlineSeconds'] === 'number') {
      yield {
        object,
        field: `${pod.specField}.activeDeadlineSeconds`,
        problem: `activeDeadlineSeconds may not be set in a ${object.manifest.kind}`,
        fix: 'Take it out: these pods are meant to run for good.',
      };
    }
  } else if (ending.has(kind) && (policy === undefined || policy === 'Always')) {
    // A template without a spec is reported as such.
    if (Object.keys(pod.spec).length === 0) return;
    yield {
      object,
      field,
      problem: `must be OnFailure or Never in a ${object.manifest.kind}, got ${policy === undefined ? 'nothing, which is Always' : '"Always"'}`,
      fix: 'Write restartPolicy: OnFailure, or Never to keep failed pods for their logs.',
    };
  }
}
