import { fieldsOf, itemsOf, labelsOf, textOf } from '../manifest/fields';
import { groupBy } from '../manifest/group-by';
import { isFields, type Fields } from '../manifest/manifest';
import type { CheckedObject, CheckInput } from './check';
import type { IndexedContainer, IndexedPod } from './indexed-pod';
import { indexedService, type IndexedService } from './indexed-service';
import { LabelIndex } from './label-index';
import { selects } from './label-selector';
import { groupObjects, namespaceOf, type ObjectsOfKind } from './object-groups';

export { kindOf, namespaceOf } from './object-groups';
export type { IndexedContainer, IndexedPod } from './indexed-pod';
export type { IndexedService } from './indexed-service';

/** The objects of an input, found by what they are and by their labels. */
export interface ObjectIndex {
  /** All objects, by their API version and kind, in the order of the first of each. */
  readonly kinds: readonly ObjectsOfKind[];
  /** All objects, those of one group and kind together, whatever their version. */
  readonly sameKind: readonly (readonly CheckedObject[])[];
  /** All pods that the objects make. */
  readonly pods: readonly IndexedPod[];
  /** All Services. */
  readonly services: readonly IndexedService[];
  /** The pods whose `spec` has one of some fields, such as `volumes`. */
  podsWith(...fields: readonly string[]): readonly IndexedPod[];
  /** The containers of all pods that have a field, such as `env`. */
  containersWith(field: string): readonly IndexedContainer[];
  /**
   * The objects of a group and kind, such as `/Service` and `apps/Deployment`, in their order.
   */
  ofKind(kind: string): readonly CheckedObject[];
  /** Those of them whose `spec` has one of some fields, which few have. */
  having(kind: string, ...fields: readonly string[]): readonly CheckedObject[];
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
  /**
   * The pods in a namespace that a LabelSelector selects; all of them for an empty one. They are looked
   * for as they are asked for: a thousand selectors that exclude one pod each select nearly all.
   */
  selectedBy(namespace: string, selector: unknown): Iterable<IndexedPod>;
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

/** Tells whether objects of two namespaces, as they are written, may end up in the same one. */
export function mayShareNamespace(a: string, b: string): boolean {
  return a === b || a === '' || b === '';
}

/** The names of all objects of a kind in a namespace, for suggestions. */
export function namesOfKind(index: ObjectIndex, kind: string, namespace: string): string[] {
  return index
    .ofKind(kind)
    .filter((object) => mayShareNamespace(namespaceOf(object), namespace))
    .map(nameOf);
}

function nameOf({ manifest }: CheckedObject): string {
  return textOf(fieldsOf(manifest['metadata'])['name']) ?? '';
}

const nothing: readonly never[] = [];

/** Each part of the index is made when a check first asks for it. */
function makeIndex(objects: readonly CheckedObject[]): ObjectIndex {
  const { kinds, byKind, pods } = groupObjects(objects);
  const byName = new Map<string, NameIndex>();
  const byPlace = new Map<string, readonly IndexedPod[]>();
  let services: readonly IndexedService[] | undefined;
  let placed: ReadonlyMap<string, readonly IndexedPod[]> | undefined;
  let labels: LabelIndex | undefined;
  let podsByField: ReadonlyMap<string, IndexedPod[]> | undefined;
  let containersByField: ReadonlyMap<string, IndexedContainer[]> | undefined;
  const byField = new Map<string, ReadonlyMap<string, CheckedObject[]>>();
  const index: ObjectIndex = {
    kinds,
    sameKind: [...byKind.values()],
    pods,
    get services() {
      return (services ??= index.ofKind('/Service').map(indexedService));
    },
    podsWith: (...fields) =>
      inAny((podsByField ??= groupByFields(pods, ({ pod }) => pod.spec)), fields),
    containersWith(field) {
      containersByField ??= groupByFields(pods.flatMap(containersIn), (one) => one.container);
      return containersByField.get(field) ?? nothing;
    },
    ofKind: (kind) => byKind.get(kind) ?? nothing,
    having(kind, ...fields) {
      let groups = byField.get(kind);
      if (groups === undefined) {
        groups = groupByFields(index.ofKind(kind), ({ manifest }) => fieldsOf(manifest['spec']));
        byField.set(kind, groups);
      }
      return inAny(groups, fields);
    },
    find(kind, namespace, name) {
      let names = byName.get(kind);
      if (names === undefined) byName.set(kind, (names = indexNames(index.ofKind(kind))));
      if (namespace === '') return names.anywhere.get(name);
      return names.placed.get(`${namespace}/${name}`) ?? names.placed.get(`/${name}`);
    },
    podsIn(namespace) {
      if (namespace === '') return pods;
      let found = byPlace.get(namespace);
      if (found === undefined) {
        placed ??= groupBy(pods, (pod) => pod.namespace);
        const here = placed.get(namespace) ?? nothing;
        const unplaced = placed.get('') ?? nothing;
        found = here.length === 0 ? unplaced : [...here, ...unplaced];
        byPlace.set(namespace, found);
      }
      return found;
    },
    selected: (namespace, selector) =>
      (labels ??= new LabelIndex(pods)).selected(namespace, selector),
    selectedBy(namespace, selector) {
      if (!isFields(selector)) return nothing;
      const pairs = labelsOf(selector['matchLabels']);
      const wanted = Object.keys(pairs).length > 0 ? undefined : valuesWanted(selector);
      const candidates =
        wanted?.flatMap((one) => index.selected(namespace, one)) ??
        (Object.keys(pairs).length > 0
          ? index.selected(namespace, pairs)
          : index.podsIn(namespace));
      if (!Array.isArray(selector['matchExpressions'])) return candidates;
      return filtered(candidates, ({ pod }) => selects(selector, pod.labels));
    },
  };
  return index;
}

/** The labels of which a selector by expressions wants one; undefined where it only rules labels out. */
function valuesWanted(selector: Fields): readonly Readonly<Record<string, string>>[] | undefined {
  for (const { item } of itemsOf(selector['matchExpressions'])) {
    const { operator, values } = item;
    const key = textOf(item['key']);
    if (operator !== 'In' || key === undefined || !Array.isArray(values)) continue;
    return [...new Set(values.map(String))].map((value) => ({ [key]: value }));
  }
  return undefined;
}

function* filtered<T>(items: Iterable<T>, isWanted: (item: T) => boolean): Generator<T> {
  for (const item of items) if (isWanted(item)) yield item;
}

interface NameIndex {
  /** By namespace and name, `shop/web`; the namespace is empty where none is written. */
  readonly placed: ReadonlyMap<string, CheckedObject>;
  /** By name alone. */
  readonly anywhere: ReadonlyMap<string, CheckedObject>;
}

function indexNames(objects: readonly CheckedObject[]): NameIndex {
  const placed = new Map<string, CheckedObject>();
  const anywhere = new Map<string, CheckedObject>();
  for (const object of objects) {
    const name = nameOf(object);
    const place = `${namespaceOf(object)}/${name}`;
    if (!placed.has(place)) placed.set(place, object);
    if (!anywhere.has(name)) anywhere.set(name, object);
  }
  return { placed, anywhere };
}

function containersIn({ object, pod }: IndexedPod): IndexedContainer[] {
  return pod.containers.map(({ list, container, name, field, ports }) => {
    return { object, pod, list, container, name, field, ports };
  });
}

/** What is in one of some groups, each once. */
function inAny<T>(groups: ReadonlyMap<string, T[]>, names: readonly string[]): readonly T[] {
  const found = new Set<T>();
  for (const name of names) for (const item of groups.get(name) ?? nothing) found.add(item);
  return [...found];
}

function groupByFields<T>(items: readonly T[], fieldsOf: (item: T) => Fields): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const field in fieldsOf(item)) {
      const group = groups.get(field);
      if (group === undefined) groups.set(field, [item]);
      else group.push(item);
    }
  }
  return groups;
}
