import { fieldsAt, itemsAt, labelsAt, textAt } from './fields';
import { at, groupOf, isFields, type Fields, type Manifest } from './manifest';

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

const podKinds: ReadonlySet<string> = new Set(
  [...podPaths.keys()].map((name) => name.slice(name.indexOf('/') + 1)),
);

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
}

/** What was found in a manifest, for as long as it lives: manifests never change once they are read. */
const pods = new WeakMap<Manifest, readonly PodTemplate[]>();
const containers = new WeakMap<PodTemplate, readonly PodContainer[]>();
const none: readonly never[] = [];

/**
 * The pods that an object makes: one for a Pod, a PodTemplate and each built-in workload, none for
 * other kinds and where the template isn't there.
 */
export function podTemplatesOf(manifest: Manifest): readonly PodTemplate[] {
  if (!podKinds.has(manifest.kind)) return none;
  const path = podPaths.get(`${groupOf(manifest.apiVersion)}/${manifest.kind}`);
  if (path === undefined) return none;
  let found = pods.get(manifest);
  if (found === undefined) pods.set(manifest, (found = findPods(manifest, path)));
  return found;
}

function findPods(manifest: Manifest, path: readonly string[]): readonly PodTemplate[] {
  const pod = at(manifest, ...path);
  if (!isFields(pod)) return none;
  const metadata = fieldsAt(pod, 'metadata');
  return [
    {
      path,
      metadata,
      labels: labelsAt(metadata, 'labels'),
      spec: fieldsAt(pod, 'spec'),
      specField: [...path, 'spec'].join('.'),
    },
  ];
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

/** All containers of a pod: init containers first, as they start. */
export function containersOf(pod: PodTemplate): readonly PodContainer[] {
  let found = containers.get(pod);
  if (found === undefined) containers.set(pod, (found = findContainers(pod)));
  return found;
}

function findContainers(pod: PodTemplate): readonly PodContainer[] {
  return containerLists.flatMap((list) =>
    itemsAt(pod.spec, list).map(({ item, index }) => ({
      list,
      container: item,
      name: textAt(item, 'name') ?? '',
      field: `${pod.specField}.${list}[${index}]`,
    })),
  );
}
