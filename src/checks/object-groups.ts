import { fieldsOf, textOf } from '../manifest/fields';
import { groupOf } from '../manifest/manifest';
import { podPlaceOf, podTemplateAt, type PodPlace } from '../manifest/relations';
import type { CheckedObject } from './check';
import type { IndexedPod } from './indexed-pod';

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

/** The objects of an input by what they are, and the pods that they make. */
export interface ObjectGroups {
  /** By API version and kind, in the order of the first of each. */
  readonly kinds: readonly ObjectsOfKind[];
  /** By group and kind, whatever the version. */
  readonly byKind: ReadonlyMap<string, readonly CheckedObject[]>;
  /** The pods, in the order of their objects. */
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

/** Goes through the objects once. */
export function groupObjects(objects: readonly CheckedObject[]): ObjectGroups {
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

/** Group and kind of an object, as an index names them. */
export function kindOf({ manifest }: CheckedObject): string {
  return `${groupOf(manifest.apiVersion)}/${manifest.kind}`;
}

/** Namespace of an object as it is written; empty where none is. */
export function namespaceOf({ manifest }: CheckedObject): string {
  return textOf(fieldsOf(manifest['metadata'])['namespace']) ?? '';
}
