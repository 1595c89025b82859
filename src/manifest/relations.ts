import { fieldsAt, itemsAt, labelsAt, textAt } from './fields';
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

interface PodPlace {
  readonly path: readonly string[];
  readonly specField: string;
}

/** The places by kind, and by the group of it: most objects are of a kind that has none. */
const podPlaces = placesByKind();

function placesByKind(): ReadonlyMap<string, ReadonlyMap<string, PodPlace>> {
  const places = new Map<string, Map<string, PodPlace>>();
  for (const [name, path] of podPaths) {
    const [group = '', kind = ''] = name.split('/');
    const groups = places.get(kind) ?? new Map<string, PodPlace>();
    places.set(kind, groups.set(group, { path, specField: [...path, 'spec'].join('.') }));
  }
  return places;
}

function podPlaceOf({ apiVersion, kind }: Manifest): PodPlace | undefined {
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
  if (place === undefined) return none;
  const { path, specField } = place;
  const pod = follow(manifest, path);
  if (!isFields(pod)) return none;
  const metadata = fieldsAt(pod, 'metadata');
  const spec = fieldsAt(pod, 'spec');
  const containers = findContainers(spec, specField);
  return [{ path, metadata, labels: labelsAt(metadata, 'labels'), spec, specField, containers }];
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
}

const containerLists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

function findContainers(spec: Fields, specField: string): readonly PodContainer[] {
  const found: PodContainer[] = [];
  for (const list of containerLists) {
    for (const { item, index } of itemsAt(spec, list)) {
      const field = `${specField}.${list}[${index}]`;
      found.push({ list, container: item, name: textAt(item, 'name') ?? '', field });
    }
  }
  return found;
}
