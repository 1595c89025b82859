import { show } from '../../errors';
import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import { choiceOf } from '../../manifest/listed';
import type { PodTemplate } from '../../manifest/relations';
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
    const known = new Map<PodTemplate, ReadonlySet<string> | undefined>();
    for (const list of ['volumeMounts', 'volumeDevices']) {
      for (const indexed of objectIndex(input).containersWith(list)) {
        const { object, pod, container, field } = indexed;
        if (!known.has(pod)) known.set(pod, volumeNames(indexed));
        const names = known.get(pod);
        // Volumes in a wrong place are reported as such.
        if (names === undefined || container['volumes'] !== undefined) continue;
        for (const { item, index } of itemsAt(container, list)) {
          const name = textAt(item, 'name');
          if (name === undefined || names.has(name)) continue;
          const choice =
            names.size > 0
              ? `The volumes of the pod are ${choiceOf(names, name)}.`
              : 'The pod has none.';
          yield {
            object,
            field: `${field}.${list}[${index}].name`,
            problem: `the pod has no volume ${show(name)}`,
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

/** The names of the volumes of a pod; undefined where something else may be meant to be one. */
function volumeNames({ object, pod }: IndexedContainer): ReadonlySet<string> | undefined {
  const volumes = itemsAt(pod.spec, 'volumes').map(({ item }) => item['name']);
  // A StatefulSet's claims are volumes of its pods.
  const isStatefulSet = object.manifest.kind === 'StatefulSet';
  const claims = isStatefulSet
    ? itemsAt(object.manifest, 'spec', 'volumeClaimTemplates').map(({ item }) =>
        textAt(item, 'metadata', 'name'),
      )
    : [];
  // The spec of a Pod is the pod's own.
  const around = pod.specField === 'spec' ? [] : Object.keys(fieldsAt(object.manifest, 'spec'));
  const hasStray =
    Object.keys(pod.spec).some((key) => key !== 'volumes' && /^volumes?(claim|$)/i.test(key)) ||
    around.some(
      (key) => /^volume/i.test(key) && !(isStatefulSet && key === 'volumeClaimTemplates'),
    );
  if (hasStray) return undefined;
  return new Set(
    [...volumes, ...claims].filter(
      (name): name is string => typeof name === 'string' && name !== '',
    ),
  );
}
