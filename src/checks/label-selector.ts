import { itemsAt, labelsAt, textAt } from '../manifest/fields';
import { isFields } from '../manifest/manifest';

/**
 * Tells whether a LabelSelector (`matchLabels`, `matchExpressions`) selects labels. An empty one
 * selects everything; what is no selector selects nothing.
 */
export function selects(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  if (!isFields(selector)) return false;
  if (!hasLabels(labels, labelsAt(selector, 'matchLabels'))) return false;
  return itemsAt(selector, 'matchExpressions').every(({ item }) => {
    const key = textAt(item, 'key');
    return key === undefined || meets(labels, key, item['operator'], item['values']);
  });
}

/** Tells whether labels meet one expression; an operator that isn't known is met. */
export function meets(
  labels: Readonly<Record<string, string>>,
  key: string,
  operator: unknown,
  values: unknown,
): boolean {
  const own = Object.hasOwn(labels, key) ? labels[key] : undefined;
  const list: readonly unknown[] = Array.isArray(values) ? values : [];
  switch (operator) {
    case 'In':
      return own !== undefined && list.includes(own);
    case 'NotIn':
      return own === undefined || !list.includes(own);
    case 'Exists':
      return own !== undefined;
    case 'DoesNotExist':
      return own === undefined;
    default:
      return true;
  }
}

/** Tells whether labels have all pairs of a selector. */
export function hasLabels(
  labels: Readonly<Record<string, string>>,
  selector: Readonly<Record<string, string>>,
): boolean {
  for (const key in selector) {
    if (labels[key] !== selector[key] || !Object.hasOwn(labels, key)) return false;
  }
  return true;
}

/** Labels that controllers give to pods, which no template has. */
const controllerLabels: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
]);

/** The part of a selector that templates can have: without labels that controllers give to pods. */
export function writtenPart(
  selector: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  // Nearly always that is all of it, and what was selected before is found again by the same selector.
  if (!Object.keys(selector).some((key) => controllerLabels.has(key))) return selector;
  return Object.fromEntries(Object.entries(selector).filter(([key]) => !controllerLabels.has(key)));
}
