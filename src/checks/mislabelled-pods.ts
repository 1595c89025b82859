import { labelsAt } from '../manifest/fields';
import type { CheckInput } from './check';
import { hasLabels } from './label-selector';
import { mayShareNamespace, objectIndex, type IndexedPod } from './object-index';

type Labels = Readonly<Record<string, string>>;

const known = new WeakMap<CheckInput, readonly IndexedPod[]>();

/**
 * Tells whether a selector means the pods of a workload whose template lacks the labels of the
 * workload's own selector: that is the fault to report, and not the selector.
 */
export function meansMislabelledPods(
  input: CheckInput,
  namespace: string,
  selector: Labels,
): boolean {
  let pods = known.get(input);
  if (pods === undefined) {
    pods = objectIndex(input).pods.filter((pod) => !hasLabels(pod.pod.labels, labelsOf(pod)));
    known.set(input, pods);
  }
  return pods.some(
    (pod) => mayShareNamespace(pod.namespace, namespace) && hasLabels(labelsOf(pod), selector),
  );
}

function labelsOf({ object }: IndexedPod): Labels {
  return labelsAt(object.manifest, 'spec', 'selector', 'matchLabels');
}
