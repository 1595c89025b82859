import { show } from '../../errors';
import { numberAt, textAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
import { percentOf } from '../../manifest/percentage';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';

/** The rollout settings of workloads leave room for a rollout. */
export const validRollout: Check = {
  id: 'valid-rollout',
  summary: 'The rollout settings of a workload are possible together.',
  why: 'The API server refuses settings under which no pod could ever be replaced, such as maxSurge and maxUnavailable both 0.',
  fix: 'Let at least one pod be added or be down during a rollout.',
  severity: 'error',
  example: {
    wrong: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    rollingUpdate: { maxSurge: 0, maxUnavailable: 0 }
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.27.3
`,
    right: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.27.3
`,
  },
  *run(input) {
    const index = objectIndex(input);
    for (const object of index.having('apps/Deployment', 'strategy')) {
      yield* rolling(object, 'strategy', '25%');
    }
    const waiting = ['minReadySeconds', 'progressDeadlineSeconds'];
    for (const object of index.having('apps/Deployment', ...waiting)) yield* deadline(object);
    for (const object of index.having('apps/DaemonSet', 'updateStrategy')) {
      yield* daemonSet(object);
    }
    for (const object of index.having('apps/StatefulSet', 'updateStrategy')) {
      const strategy = at(object.manifest, 'spec', 'updateStrategy');
      if (textAt(strategy, 'type') !== 'OnDelete' || at(strategy, 'rollingUpdate') == null)
        continue;
      const field = 'spec.updateStrategy.rollingUpdate';
      const problem = 'rollingUpdate may not be set when the type is OnDelete';
      const fix = 'Take rollingUpdate out, or write type: RollingUpdate.';
      yield { object, field, problem, fix };
    }
    for (const kind of ['Deployment', 'ReplicaSet', 'StatefulSet']) {
      for (const key of ['replicas', 'minReadySeconds', 'revisionHistoryLimit']) {
        for (const object of index.having(`apps/${kind}`, key)) {
          const amount = numberAt(object.manifest, 'spec', key) ?? 0;
          if (amount >= 0) continue;
          const problem = `must be 0 or more, got ${amount}`;
          const fix = key === 'replicas' ? 'Write how many pods to run.' : 'Write 0 or more.';
          yield { object, field: `spec.${key}`, problem, fix };
        }
      }
    }
  },
};

const types: ReadonlySet<string> = new Set(['Recreate', 'OnDelete']);

function* rolling(object: CheckedObject, name: string, byDefault: string): Generator<Report> {
  const strategy = at(object.manifest, 'spec', name);
  const settings = at(strategy, 'rollingUpdate');
  const field = `spec.${name}.rollingUpdate`;
  const type = textAt(strategy, 'type');
  if (settings === undefined || settings === null) return;
  if (type !== undefined && types.has(type)) {
    const problem = `rollingUpdate may not be set when the type is ${type}`;
    yield { object, field, problem, fix: `Take rollingUpdate out, or write type: RollingUpdate.` };
    return;
  }
  const surge = at(settings, 'maxSurge') ?? byDefault;
  const unavailable = at(settings, 'maxUnavailable') ?? byDefault;
  yield* amountProblems(object, `${field}.maxSurge`, surge);
  yield* amountProblems(object, `${field}.maxUnavailable`, unavailable);
  if (isZero(surge) && isZero(unavailable)) {
    const problem = 'maxSurge and maxUnavailable are both 0, so no pod could be replaced';
    yield { object, field: `${field}.maxUnavailable`, problem, from: [`${field}.maxSurge`] };
  }
  yield* wholeProblems(object, `${field}.maxUnavailable`, unavailable);
}

function* wholeProblems(object: CheckedObject, field: string, amount: unknown): Generator<Report> {
  if ((percentOf(amount) ?? 0) <= 100) return;
  const problem = `must not be above 100%, got ${show(amount)}`;
  yield { object, field, problem, fix: 'Write at most 100%.' };
}

function* daemonSet(object: CheckedObject): Generator<Report> {
  const strategy = at(object.manifest, 'spec', 'updateStrategy');
  const settings = at(strategy, 'rollingUpdate');
  if (settings === undefined || settings === null) return;
  const field = 'spec.updateStrategy.rollingUpdate';
  const surge = at(settings, 'maxSurge') ?? 0;
  // The server writes 1 before it looks.
  const unavailable = at(settings, 'maxUnavailable') ?? 1;
  const wrong = Object.entries({ maxSurge: surge, maxUnavailable: unavailable }).flatMap(
    ([key, amount]) => [
      ...amountProblems(object, `${field}.${key}`, amount),
      ...wholeProblems(object, `${field}.${key}`, amount),
    ],
  );
  if (wrong.length > 0) {
    yield* wrong;
    return;
  }
  if (isZero(surge) && isZero(unavailable)) {
    const problem = 'maxSurge and maxUnavailable are both 0, so no pod could be replaced';
    yield { object, field: `${field}.maxUnavailable`, problem, from: [`${field}.maxSurge`] };
  } else if (!isZero(surge) && !isZero(unavailable)) {
    const problem = 'a DaemonSet takes only one of maxSurge and maxUnavailable above 0';
    const fix = 'Write maxUnavailable: 0 beside maxSurge, or take maxSurge out.';
    yield { object, field: `${field}.maxSurge`, problem, fix, from: [`${field}.maxUnavailable`] };
  }
}

function* deadline(object: CheckedObject): Generator<Report> {
  const ready = numberAt(object.manifest, 'spec', 'minReadySeconds') ?? 0;
  const progress = numberAt(object.manifest, 'spec', 'progressDeadlineSeconds');
  if (ready < 600 && progress === undefined) return;
  if ((progress ?? 600) > ready) return;
  yield {
    object,
    field: 'spec.progressDeadlineSeconds',
    problem: `must be greater than minReadySeconds (${ready}), got ${progress ?? 600}`,
    fix: 'Raise progressDeadlineSeconds, or lower minReadySeconds.',
  };
}

function* amountProblems(object: CheckedObject, field: string, amount: unknown): Generator<Report> {
  const isBadText = typeof amount === 'string' && percentOf(amount) === undefined;
  const isNegative = typeof amount === 'number' && amount < 0;
  if (!isBadText && !isNegative) return;
  yield {
    object,
    field,
    problem: `must be a number of pods or a percentage, got ${show(amount)}`,
    fix: 'Write a number such as 1, without quotes, or a percentage such as 25%.',
  };
}

function isZero(amount: unknown): boolean {
  return amount === 0 || percentOf(amount) === 0;
}
