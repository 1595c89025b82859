import { at } from '../manifest/manifest';
import { type PodContainer } from '../manifest/relations';
import type { CheckInput } from './check';
import { objectIndex, type IndexedPod } from './object-index';

const known = new WeakMap<CheckInput, readonly IndexedPod[]>();

/**
 * The pods of an input that good practice is for: those of the user's own workloads. What is in
 * `kube-system` and its like runs the cluster itself, and does what others should not.
 */
export function ownPods(input: CheckInput): readonly IndexedPod[] {
  let pods = known.get(input);
  if (pods === undefined) {
    pods = objectIndex(input).pods.filter(({ namespace }) => !isSystemNamespace(namespace));
    known.set(input, pods);
  }
  return pods;
}

/** Tells whether a namespace is one that Kubernetes makes for its own parts. */
export function isSystemNamespace(namespace: string): boolean {
  return namespace.startsWith('kube-');
}

/**
 * The containers of a pod that run as long as it does: its containers, and the init containers that
 * are sidecars.
 */
export function lastingContainers({ pod }: IndexedPod): readonly PodContainer[] {
  return pod.containers.filter(
    ({ list, container }) =>
      list === 'containers' ||
      (list === 'initContainers' && container['restartPolicy'] === 'Always'),
  );
}

/** Tells whether a pod says that it runs on Windows. */
export function isWindowsPod({ pod }: IndexedPod): boolean {
  return (
    at(pod.spec, 'os', 'name') === 'windows' ||
    at(pod.spec, 'nodeSelector', 'kubernetes.io/os') === 'windows'
  );
}
