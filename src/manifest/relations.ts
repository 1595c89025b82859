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
  /** All its containers: init containers first, as they start. */
  readonly containers: readonly PodContainer[];
}

const none: readonly never[] = [];

/**
 * The pods that an object makes: one for a Pod, a PodTemplate and each built-in workload, none for
 * other kinds and where the template isn't there.
 */
export function podTemplatesOf(manifest: Manifest): readonly PodTemplate[] {
  if (!podKinds.has(manifest.kind)) return none;
  const path = podPaths.get(`${groupOf(manifest.apiVersion)}/${manifest.kind}`);
  if (path === undefined) return none;
  const pod = at(manifest, ...path);
  if (!isFields(pod)) return none;
  const metadata = fieldsAt(pod, 'metadata');
  const spec = fieldsAt(pod, 'spec');
  const specField = path.length === 0 ? 'spec' : `${path.join('.')}.spec`;
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

/** All containers of a pod: init containers first, as they start. */
export function containersOf({ containers }: PodTemplate): readonly PodContainer[] {
  return containers;
}

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
