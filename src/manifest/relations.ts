import { fieldsOf, itemsOf, labelsOf, textOf, type ListItem } from './fields';
import { follow, groupOf, isFields, type Fields, type Manifest } from './manifest';

/** Where a kind holds a pod: the path to the part that has `metadata` and `spec` of the pod. */
const podPaths: ReadonlyMap<string, readonly string[]> = new Map([
  ['/Pod', []],
  ['/PodTemplate', ['template']],
  ['/ReplicationController', ['spec', 'template']],
  ['apps/Deployment', ['spec', 'template']],
  ['apps/ReplicaSet', ['spec', 'template']],
  ['apps/StatefulSet', ['spec', 'template']],
  ['apps/DaemonSet', ['spec', 'template']],
  ['extensions/Deployment', ['spec', 'template']],
  ['extensions/ReplicaSet', ['spec', 'template']],
  ['extensions/DaemonSet', ['spec', 'template']],
  ['batch/Job', ['spec', 'template']],
  ['batch/CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
]);

/** Where the objects of a kind hold a pod. */
export interface PodPlace {
  /** Path from the object to the part that has `metadata` and `spec` of the pod. */
  readonly path: readonly string[];
  /** Name of its field `spec`, as findings write it. */
  readonly specField: string;
  /** Name of its field `metadata`. */
  readonly metadataField: string;
}

/** The places by kind, and by the group of it: most objects are of a kind that has none. */
const podPlaces = placesByKind();

function placesByKind(): ReadonlyMap<string, ReadonlyMap<string, PodPlace>> {
  const places = new Map<string, Map<string, PodPlace>>();
  for (const [name, path] of podPaths) {
    const [group = '', kind = ''] = name.split('/');
    const groups = places.get(kind) ?? new Map<string, PodPlace>();
    const fieldOf = (name: string): string => [...path, name].join('.');
    const place = { path, specField: fieldOf('spec'), metadataField: fieldOf('metadata') };
    places.set(kind, groups.set(group, place));
  }
  return places;
}

/** Where an object's kind holds a pod; undefined where it makes none. */
export function podPlaceOf({ apiVersion, kind }: Manifest): PodPlace | undefined {
  return podPlaces.get(kind)?.get(groupOf(apiVersion));
}

/** A pod, or the template of pods, within an object. */
export interface PodTemplate {
  /** Path from the object to the pod's part; empty where the object is a Pod itself. */
  readonly path: readonly string[];
  /** The pod's `metadata`; empty where it has none. */
  readonly metadata: Fields;
  /** Labels of the pod; a number or a boolean counts as its text. */
  readonly labels: Readonly<Record<string, string>>;
  /** The pod's `spec`; empty where it has none. */
  readonly spec: Fields;
  /** Name of the field `metadata`, as findings write it, such as `spec.template.metadata`. */
  readonly metadataField: string;
  /** Name of the field `spec`, as findings write it, such as `spec.template.spec`. */
  readonly specField: string;
  /** All its containers: init containers first, as they start. */
  readonly containers: readonly PodContainer[];
}

const none: readonly never[] = [];

/**
 * The pods that an object makes: one for a Pod, a PodTemplate and each built-in workload, none for
 * other kinds and where the template isn't there.
 */
export function podTemplatesOf(manifest: Manifest): readonly PodTemplate[] {
  const place = podPlaceOf(manifest);
  const pod = place === undefined ? undefined : podTemplateAt(manifest, place);
  return pod === undefined ? none : [pod];
}

/** The pod at a place of an object; undefined where the template isn't there. */
export function podTemplateAt(manifest: Manifest, place: PodPlace): PodTemplate | undefined {
  const { path, specField, metadataField } = place;
  const pod = follow(manifest, path);
  if (!isFields(pod)) return undefined;
  const metadata = fieldsOf(pod['metadata']);
  const spec = fieldsOf(pod['spec']);
  const containers = findContainers(spec, specField);
  const labels = labelsOf(metadata['labels']);
  return { path, metadata, metadataField, labels, spec, specField, containers };
}

/** A container of a pod, and the field it stands in. */
export interface PodContainer {
  /** Which list it is of. */
  readonly list: 'containers' | 'initContainers' | 'ephemeralContainers';
  /** The container as it is written. */
  readonly container: Fields;
  /** Name of the container; empty where it has none. */
  readonly name: string;
  /** Field of the object, such as `spec.template.spec.containers[0]`. */
  readonly field: string;
  /** Its ports. */
  readonly ports: readonly ListItem[];
}

const containerLists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

function findContainers(spec: Fields, specField: string): readonly PodContainer[] {
  const found: PodContainer[] = [];
  containerLists.forEach((list) => {
    if (spec[list] === undefined) return;
    for (const { item, index } of itemsOf(spec[list])) {
      const field = `${specField}.${list}[${index}]`;
      const name = textOf(item['name']) ?? '';
      found.push({ list, container: item, name, field, ports: itemsOf(item['ports']) });
    }
  });
  return found;
}
