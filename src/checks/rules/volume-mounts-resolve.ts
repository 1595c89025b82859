import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import type { Check } from '../check';
import { objectIndex, type IndexedContainer } from '../object-index';

/** Each mount of a container names a volume of its pod. */
export const volumeMountsResolve: Check = {
  id: 'volume-mounts-resolve',
  summary: 'A volume that a container mounts is a volume of the pod.',
  why: 'The API server refuses a pod that mounts a volume it does not have.',
  fix: 'Add the volume to the pod, or correct the name.',
  severity: 'error',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.27.3
      volumeMounts:
        - { name: dat, mountPath: /data }
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      emptyDir: {}
  containers:
    - name: web
      image: nginx:1.27.3
      volumeMounts:
        - { name: data, mountPath: /data }
`,
  },
  *run(input) {
    for (const list of ['volumeMounts', 'volumeDevices']) {
      for (const indexed of objectIndex(input).containersWith(list)) {
        const { object, pod, container, field } = indexed;
        // Volumes in a wrong place are reported as such.
        if (hasStrayVolumes(indexed)) continue;
        const names = volumeNames(indexed);
        const choice =
          names.size > 0
            ? `The volumes of the pod are ${[...names].join(', ')}.`
            : 'The pod has none.';
        for (const { item, index } of itemsAt(container, list)) {
          const name = textAt(item, 'name');
          if (name === undefined || names.has(name)) continue;
          yield {
            object,
            field: `${field}.${list}[${index}].name`,
            problem: `the pod has no volume "${name}"`,
            fix: `Add the volume to the pod, or correct the name. ${choice}`,
            from: [`${pod.specField}.volumes[].name`, 'spec.volumeClaimTemplates[].metadata.name'],
            // A pod without any volume lacks one thing.
            cause: `${pod.specField}.volumes ${names.size === 0 ? '' : name}`,
          };
        }
      }
    }
  },
};

function volumeNames({ object, pod }: IndexedContainer): ReadonlySet<string> {
  const volumes = itemsAt(pod.spec, 'volumes').map(({ item }) => textAt(item, 'name'));
  // A StatefulSet's claims are volumes of its pods.
  const claims =
    object.manifest.kind === 'StatefulSet'
      ? itemsAt(object.manifest, 'spec', 'volumeClaimTemplates').map(({ item }) =>
          textAt(item, 'metadata', 'name'),
        )
      : [];
  return new Set([...volumes, ...claims].filter((name) => name !== undefined));
}

function hasStrayVolumes({ object, pod, container }: IndexedContainer): boolean {
  const isStatefulSet = object.manifest.kind === 'StatefulSet';
  const spec = Object.keys(fieldsAt(object.manifest, 'spec'));
  return (
    container['volumes'] !== undefined ||
    Object.keys(pod.spec).some((key) => key !== 'volumes' && /^volumes?(claim|$)/i.test(key)) ||
    // The spec of a Pod is the pod's own.
    (pod.specField !== 'spec' &&
      spec.some(
        (key) => /^volume/i.test(key) && !(isStatefulSet && key === 'volumeClaimTemplates'),
      ))
  );
}
