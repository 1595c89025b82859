import { shorten, show } from '../../errors';
import { appendField } from '../../manifest/field-path';
import { fieldsOf, itemsAt, labelsAt, labelsOf, textAt } from '../../manifest/fields';
import { at, isFields, type Fields } from '../../manifest/manifest';
import { labelKeyProblem } from '../../manifest/names';
import type { Check, CheckedObject, Report } from '../check';
import { hasLabels, meets } from '../label-selector';
import { objectIndex, type IndexedPod } from '../object-index';

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
      if (selecting.has(pod.kind)) yield* labelSelector(pod);
      else if (pod.kind === '/ReplicationController') yield* plainSelector(pod);
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
      from: [field],
    };
  }
  if (Object.keys(pod.labels).length === 0) {
    const keys = expressions.filter(({ item }) => wantsKey(item)).map(({ item }) => item['key']);
    const place = Object.keys(pairs).length > 0 ? `${field}.matchLabels` : field;
    yield* withoutLabels(object, place, pairs, keys);
    return;
  }
  yield* mismatches(object, `${field}.matchLabels`, pairs, pod.labels);
  const wrong = expressions.length === 0 ? [] : wrongKeys(pod.labels);
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
      problem: `the pod template ${
        pod.labels[key] === undefined
          ? `has no label ${key}`
          : `has the label ${shorten(`${key}: ${pod.labels[key]}`, 300)}`
      }, and the selector wants ${expressionText(item)}`,
      from: [...labelFields(key, wrong), `${field}.matchExpressions[${index}]`],
    };
  }
}

function lacksValues({ operator, values }: Fields): boolean {
  return (
    (operator === 'In' || operator === 'NotIn') && !(Array.isArray(values) && values.length > 0)
  );
}

function wantsKey({ operator }: Fields): boolean {
  return operator === 'In' || operator === 'Exists';
}

/** `tier In [web, api]` */
function expressionText({ key, operator, values }: Fields): string {
  const list = Array.isArray(values) && values.length > 0 ? ` ${show(values)}` : '';
  return `${String(key)} ${String(operator)}${list}`;
}

function plainSelector({ object, pod }: IndexedPod): Iterable<Report> {
  const pairs = labelsAt(object.manifest, 'spec', 'selector');
  return Object.keys(pod.labels).length === 0
    ? withoutLabels(object, 'spec.selector', pairs, [])
    : mismatches(object, 'spec.selector', pairs, pod.labels);
}

/** A template without labels lacks one thing, however many the selector wants. */
function* withoutLabels(
  object: CheckedObject,
  field: string,
  pairs: Readonly<Record<string, string>>,
  keys: readonly unknown[],
): Generator<Report> {
  const wanted = [...Object.keys(pairs).map((key) => `${key}: ${pairs[key] ?? ''}`), ...keys];
  if (wanted.length === 0) return;
  const [label, it] = wanted.length === 1 ? ['label', 'it'] : ['labels', 'them'];
  yield {
    object,
    field,
    problem: `the selector wants the ${label} ${shorten(wanted.join(' and '), 300)}, and the pod template has no labels`,
    fix: `Write ${it} under ${labelsField}.`,
    from: [labelsField, ...Object.keys(pairs).map((key) => appendField(labelsField, key))],
  };
}

const labelsField = 'spec.template.metadata.labels';

/** The fields that say whether a template has a label: its own, and those of keys that are none. */
function labelFields(key: string, wrong: readonly string[]): string[] {
  return [key, ...wrong].map((own) => appendField(labelsField, own));
}

/** Keys of labels that may be none: one of them is most likely meant to be what is looked for. */
function wrongKeys(labels: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(labels)
    .filter((own) => labelKeyProblem(own) !== undefined)
    .slice(0, 8);
}

function* mismatches(
  object: CheckedObject,
  field: string,
  pairs: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): Generator<Report> {
  const wrong = wrongKeys(labels);
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
      from: [...labelFields(key, wrong), appendField(field, key)],
    };
  }
}
