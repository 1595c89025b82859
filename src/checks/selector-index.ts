import { itemsAt, labelsAt, textAt } from '../manifest/fields';
import type { CheckedObject, CheckInput } from './check';
import { selects } from './label-selector';
import { namespaceOf, objectIndex, type IndexedPod } from './object-index';

interface Selector {
  readonly namespace: string;
  readonly selector: unknown;
}

/** Stands for all namespaces: a pod without one may end up in any. */
const anywhere = '*';

/**
 * Tells of a pod whether one of some LabelSelectors selects it. A selector is found by a label that it
 * asks for, so a pod is held against few of them, however many there are.
 */
export class SelectorIndex {
  private readonly byLabel = new Map<string, Selector[]>();

  /**
   * @param kind group and kind of the objects, such as `policy/PodDisruptionBudget`
   * @param selectorOf the LabelSelector of an object
   */
  constructor(input: CheckInput, kind: string, selectorOf: (object: CheckedObject) => unknown) {
    const seen = new Set<string>();
    for (const object of objectIndex(input).ofKind(kind)) {
      const one = { namespace: namespaceOf(object), selector: selectorOf(object) };
      const key = JSON.stringify(one);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const namespace of [one.namespace, anywhere]) this.add(one, namespace);
    }
  }

  /** Tells whether one of the selectors selects a pod. */
  hasFor({ namespace, pod: { labels } }: IndexedPod): boolean {
    const pairs = Object.entries(labels).flatMap(([key, value]) => [[key, value], [key]]);
    if (this.byLabel.size === 0) return false;
    return (namespace === '' ? [anywhere] : [namespace, '']).some((place) =>
      [[], ...pairs].some((pair) =>
        (this.byLabel.get(keyOf(place, pair)) ?? []).some((one) => selects(one.selector, labels)),
      ),
    );
  }

  /** Adds a selector under what it asks for that the fewest others ask for. */
  private add(one: Selector, namespace: string): void {
    let best: Selector[][] | undefined;
    for (const alternatives of wantedBy(one.selector)) {
      const lists = alternatives.map((pair) => this.listAt(keyOf(namespace, pair)));
      if (best === undefined || countIn(lists) < countIn(best)) best = lists;
    }
    for (const list of best ?? [this.listAt(keyOf(namespace, []))]) list.push(one);
  }

  private listAt(key: string): Selector[] {
    const list = this.byLabel.get(key) ?? [];
    this.byLabel.set(key, list);
    return list;
  }
}

/** Each thing that a selector asks for: the labels that meet it, any of which a pod must have. */
function wantedBy(selector: unknown): (readonly string[])[][] {
  const pairs = Object.entries(labelsAt(selector, 'matchLabels')).map((pair) => [pair]);
  const expressions = itemsAt(selector, 'matchExpressions').flatMap(({ item }) => {
    const key = textAt(item, 'key');
    const { operator, values } = item;
    if (key === undefined) return [];
    if (operator === 'Exists') return [[[key]]];
    if (operator !== 'In' || !Array.isArray(values)) return [];
    return [values.map((value) => [key, String(value)])];
  });
  return [...pairs, ...expressions];
}

function countIn(lists: readonly Selector[][]): number {
  return lists.reduce((count, list) => count + list.length, 0);
}

function keyOf(namespace: string, pair: readonly string[]): string {
  return JSON.stringify([namespace, ...pair]);
}
