import { shorten, show } from '../../errors';
import { appendField } from '../../manifest/field-path';
import { fieldsAt, fieldsOf, itemsAt, labelsAt, labelsOf, textAt } from '../../manifest/fields';
import { at, isFields, type Fields } from '../../manifest/manifest';
import type { Check, CheckInput, Report } from '../check';
import { hasLabels, meets } from '../label-selector';
import { objectIndex, type IndexedPod } from '../object-index';
import { isFaultyAt } from '../schema-faults';

const selecting: ReadonlySet<string> = new Set([
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'apps/DaemonSet',
]);

/** The selector of a workload selects the pods of its own template. */
export const selectorMatchesTemplate: Check = {
  id: 'selector-matches-template',
  summary: 'The selector of a workload matches the labels of its pod template.',
  why: 'The API server refuses a Deployment, StatefulSet, DaemonSet or ReplicaSet whose selector does not match its own pods.',
  fix: 'Give the pod template the labels that the selector names.',
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
      labels: { app: shop }
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
    for (const pod of objectIndex(input).pods) {
      if (isMatched(pod)) continue;
      // Labels in a wrong place of the template are reported as such.
      if (Object.keys(pod.pod.labels).length === 0 && hasStrayLabels(pod)) continue;
      const found = selecting.has(pod.kind)
        ? labelSelector(pod)
        : pod.kind === '/ReplicationController'
          ? plainSelector(pod)
          : [];
      let isFaulty: boolean | undefined;
      for (const one of found) {
        isFaulty ??= hasFaultyLabels(pod, input);
        if (!isFaulty) yield one;
      }
    }
  },
};

/** Tells of most pods at once that they have all labels that their workload selects by. */
function isMatched({ object, pod, kind }: IndexedPod): boolean {
  if (!selecting.has(kind)) return kind !== '/ReplicationController';
  const { matchLabels, matchExpressions } = fieldsOf(fieldsOf(object.manifest['spec'])['selector']);
  const pairs = labelsOf(matchLabels);
  return (
    matchExpressions === undefined && Object.keys(pairs).length > 0 && hasLabels(pod.labels, pairs)
  );
}

function hasStrayLabels({ object, pod }: IndexedPod): boolean {
  const template = at(object.manifest, 'spec', 'template');
  return isFields(at(template, 'labels')) || isFields(pod.spec['labels']);
}

/** Labels that are no texts are reported by their type. */
function hasFaultyLabels({ object, pod }: IndexedPod, input: CheckInput): boolean {
  const labels = [...pod.path, 'metadata', 'labels'].join('.');
  return [labels, 'spec.selector', 'spec.selector.matchLabels'].some((field) => {
    const keys = Object.keys(fieldsAt(object.manifest, ...field.split('.')));
    return (
      isFaultyAt(input, object, field) ||
      keys.some((key) => isFaultyAt(input, object, appendField(field, key)))
    );
  });
}

const parts: ReadonlySet<string> = new Set(['matchLabels', 'matchExpressions']);

function* labelSelector({ object, pod }: IndexedPod): Generator<Report> {
  const selector = at(object.manifest, 'spec', 'selector');
  if (!isFields(selector)) return;
  const field = 'spec.selector';
  const pairs = labelsAt(selector, 'matchLabels');
  const expressions = itemsAt(selector, 'matchExpressions');
  if (Object.keys(pairs).length === 0 && expressions.length === 0) {
    // One whose labels have another form is reported as such.
    const written = at(selector, 'matchLabels') ?? {};
    if (!isFields(written) || Object.keys(written).length > 0) return;
    // A selector with fields of other names is reported as such.
    if (Object.keys(selector).some((key) => !parts.has(key))) return;
    yield {
      object,
      field,
      problem: 'the selector is empty',
      fix: 'Name labels of the pod template under matchLabels.',
    };
  }
  yield* mismatches(object, `${field}.matchLabels`, pairs, pod.labels);
  for (const { item, index } of expressions) {
    const key = textAt(item, 'key');
    // Without values the selector is refused as such.
    if (
      key === undefined ||
      lacksValues(item) ||
      meets(pod.labels, key, item['operator'], item['values'])
    )
      continue;
    yield {
      object,
      field: `${field}.matchExpressions[${index}]`,
      problem: `the pod template's label ${key} is ${show(pod.labels[key])}, which the selector does not match`,
    };
  }
}

function lacksValues({ operator, values }: Fields): boolean {
  return (
    (operator === 'In' || operator === 'NotIn') && !(Array.isArray(values) && values.length > 0)
  );
}

function plainSelector({ object, pod }: IndexedPod): Iterable<Report> {
  return mismatches(
    object,
    'spec.selector',
    labelsAt(object.manifest, 'spec', 'selector'),
    pod.labels,
  );
}

function* mismatches(
  object: CheckInput['objects'][number],
  field: string,
  pairs: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): Generator<Report> {
  for (const key of Object.keys(pairs)) {
    const value = pairs[key] ?? '';
    const own = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (own === value) continue;
    const wanted = shorten(`${key}: ${value}`, 300);
    yield {
      object,
      field,
      problem:
        own === undefined
          ? `the selector wants the label ${wanted}, which the pod template does not have`
          : `the selector wants the label ${wanted}, and the pod template has ${shorten(`${key}: ${own}`, 300)}`,
      fix: `Give the pod template the label ${wanted}, or change the selector.`,
    };
  }
}
