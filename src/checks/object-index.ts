import { fieldsAt, labelsAt, textAt } from '../manifest/fields';
import { groupOf, refOf } from '../manifest/manifest';
import { podTemplatesOf, type PodTemplate } from '../manifest/relations';
import type { CheckedObject, CheckInput } from './check';
import { hasLabels, selects } from './label-selector';

/** A pod that an object of the input makes. */
export interface IndexedPod {
  /** Object that makes the pod. */
  readonly object: CheckedObject;
  /** The pod. */
  readonly pod: PodTemplate;
  /** Namespace as it is written; empty where none is. */
  readonly namespace: string;
}

/** The objects of an input, found by what they are and by their labels. */
export interface ObjectIndex {
  /** All pods that the objects make. */
  readonly pods: readonly IndexedPod[];
  /**
   * The objects of a group and kind, such as `/Service` and `apps/Deployment`, in their order.
   */
  ofKind(kind: string): readonly CheckedObject[];
  /**
   * The object of that name in a namespace; undefined where none of the objects can be it.
   *
   * An object without a namespace may end up in any, so it counts as being in each.
   */
  find(kind: string, namespace: string, name: string): CheckedObject | undefined;
  /** The pods that may be in a namespace. */
  podsIn(namespace: string): readonly IndexedPod[];
  /** The pods in a namespace whose labels have all pairs of a selector; none for an empty one. */
  selected(namespace: string, selector: Readonly<Record<string, string>>): readonly IndexedPod[];
  /** The pods in a namespace that a LabelSelector selects; all of them for an empty one. */
  selectedBy(namespace: string, selector: unknown): readonly IndexedPod[];
}

const known = new WeakMap<CheckInput, ObjectIndex>();

/** The index of an input, made once. */
export function objectIndex(input: CheckInput): ObjectIndex {
  let index = known.get(input);
  if (index === undefined) {
    index = makeIndex(input.objects);
    known.set(input, index);
  }
  return index;
}

/** Group and kind of an object, as an index names them. */
export function kindOf({ manifest }: CheckedObject): string {
  return `${groupOf(manifest.apiVersion)}/${manifest.kind}`;
}

/** Namespace of an object as it is written; empty where none is. */
export function namespaceOf({ manifest }: CheckedObject): string {
  return textAt(manifest, 'metadata', 'namespace') ?? '';
}

/** Tells whether objects of two namespaces, as they are written, may end up in the same one. */
export function mayShareNamespace(a: string, b: string): boolean {
  return a === b || a === '' || b === '';
}

/** Stands for the objects of all namespaces in an index key. */
const anywhere = '*';

function makeIndex(objects: readonly CheckedObject[]): ObjectIndex {
  const byKind = groupBy(objects, kindOf);
  const byName = new Map<string, CheckedObject[]>();
  for (const object of objects) {
    const name = `${kindOf(object)} ${refOf(object.manifest).name}`;
    for (const place of [namespaceOf(object), anywhere]) add(byName, `${place} ${name}`, object);
  }
  const pods = objects.flatMap((object) =>
    podTemplatesOf(object.manifest).map((pod) => ({ object, pod, namespace: namespaceOf(object) })),
  );
  const byLabel = new Map<string, IndexedPod[]>();
  const byNamespace = new Map<string, IndexedPod[]>();
  for (const pod of pods) {
    for (const place of [pod.namespace, anywhere]) {
      add(byNamespace, place, pod);
      for (const [key, value] of Object.entries(pod.pod.labels)) {
        add(byLabel, `${place} ${key}=${value}`, pod);
      }
    }
  }
  const selections = new Map<string, readonly IndexedPod[]>();
  const index: ObjectIndex = {
    pods,
    ofKind: (kind) => byKind.get(kind) ?? [],
    find(kind, namespace, name) {
      for (const place of placesOf(namespace)) {
        const found = byName.get(`${place} ${kind} ${name}`)?.[0];
        if (found !== undefined) return found;
      }
      return undefined;
    },
    podsIn: (namespace) => placesOf(namespace).flatMap((place) => byNamespace.get(place) ?? []),
    selected(namespace, selector) {
      const pairs = Object.entries(selector).map(([key, value]) => `${key}=${value}`);
      const key = JSON.stringify([namespace, ...pairs]);
      const before = selections.get(key);
      if (before !== undefined) return before;
      // The rarest label leaves the fewest pods to compare.
      const [rarest = []] = pairs
        .map((pair) =>
          placesOf(namespace).flatMap((place) => byLabel.get(`${place} ${pair}`) ?? []),
        )
        .sort((a, b) => a.length - b.length);
      const found = rarest.filter(({ pod }) => hasLabels(pod.labels, selector));
      selections.set(key, found);
      return found;
    },
    selectedBy(namespace, selector) {
      const pairs = labelsAt(selector, 'matchLabels');
      const candidates =
        Object.keys(pairs).length > 0 ? index.selected(namespace, pairs) : index.podsIn(namespace);
      return candidates.filter(({ pod }) => selects(selector, pod.labels));
    },
  };
  return index;
}

/** Where objects of a namespace may be written: there, or nowhere in particular. */
function placesOf(namespace: string): readonly string[] {
  return namespace === '' ? [anywhere] : [namespace, ''];
}

/** The names of all objects of a kind in a namespace, for suggestions. */
export function namesOfKind(index: ObjectIndex, kind: string, namespace: string): string[] {
  return index
    .ofKind(kind)
    .filter((object) => mayShareNamespace(namespaceOf(object), namespace))
    .map(({ manifest }) => textAt(fieldsAt(manifest, 'metadata'), 'name') ?? '');
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) add(groups, key(item), item);
  return groups;
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
