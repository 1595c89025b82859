import { fieldsOf, itemsOf, labelsOf, textOf } from '../manifest/fields';
import { groupBy } from '../manifest/group-by';
import { groupOf, isFields, type Fields } from '../manifest/manifest';
import { podPlaceOf, podTemplateAt, type PodPlace } from '../manifest/relations';
import type { CheckedObject, CheckInput } from './check';
import type { IndexedContainer, IndexedPod } from './indexed-pod';
import { indexedService, type IndexedService } from './indexed-service';
import { LabelIndex } from './label-index';
import { selects } from './label-selector';

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

/** The objects of one kind in one API version. */
export interface ObjectsOfKind {
  /** API version, such as `apps/v1`. */
  readonly apiVersion: string;
  /** Group of it, such as `apps`; the core group is empty. */
  readonly group: string;
  /** Kind, such as `Deployment`. */
  readonly kind: string;
  /** The objects, in their order; one at least. */
  readonly objects: readonly [CheckedObject, ...CheckedObject[]];
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
  return textOf(fieldsOf(manifest['metadata'])['namespace']) ?? '';
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
  const { kinds, byKind, pods } = group(objects);
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

interface Groups {
  readonly kinds: readonly ObjectsOfKind[];
  /** By group and kind, whatever the version. */
  readonly byKind: ReadonlyMap<string, readonly CheckedObject[]>;
  readonly pods: readonly IndexedPod[];
}

/** The objects of one kind in one API version while they are gathered. */
interface Gathered extends ObjectsOfKind {
  /** Group and kind, as an index names them. */
  readonly name: string;
  readonly objects: [CheckedObject, ...CheckedObject[]];
  /** The objects of this kind in all versions. */
  readonly ofAllVersions: CheckedObject[];
  /** Where they hold a pod; undefined where they make none. */
  readonly podPlace: PodPlace | undefined;
}

function group(objects: readonly CheckedObject[]): Groups {
  const kinds: Gathered[] = [];
  const byKind = new Map<string, CheckedObject[]>();
  const pods: IndexedPod[] = [];
  // By apiVersion and kind, which are there already: a text for each object costs more.
  const known = new Map<string, Map<string, Gathered>>();
  for (const object of objects) {
    const { apiVersion, kind } = object.manifest;
    let ofVersion = known.get(apiVersion);
    if (ofVersion === undefined) known.set(apiVersion, (ofVersion = new Map<string, Gathered>()));
    let own = ofVersion.get(kind);
    if (own === undefined) {
      own = gather(object, byKind);
      kinds.push(own);
      ofVersion.set(kind, own);
    } else own.objects.push(object);
    own.ofAllVersions.push(object);
    if (own.podPlace !== undefined) addPod(pods, object, own.name, own.podPlace);
  }
  return { kinds, byKind, pods };
}

function gather(first: CheckedObject, byKind: Map<string, CheckedObject[]>): Gathered {
  const { apiVersion, kind } = first.manifest;
  const name = kindOf(first);
  const ofAllVersions = byKind.get(name) ?? [];
  byKind.set(name, ofAllVersions);
  const podPlace = podPlaceOf(first.manifest);
  const group = groupOf(apiVersion);
  return { apiVersion, group, kind, name, objects: [first], ofAllVersions, podPlace };
}

function addPod(pods: IndexedPod[], object: CheckedObject, kind: string, place: PodPlace): void {
  const pod = podTemplateAt(object.manifest, place);
  if (pod !== undefined) pods.push({ object, kind, pod, namespace: namespaceOf(object) });
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
