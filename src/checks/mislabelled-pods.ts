import { labelsAt } from '../manifest/fields';
import type { CheckInput } from './check';
import { LabelIndex } from './label-index';
import { hasLabels } from './label-selector';
import { objectIndex, type IndexedPod } from './object-index';

type Labels = Readonly<Record<string, string>>;

const known = new WeakMap<CheckInput, LabelIndex>();

/**
 * Tells whether a selector means the pods of a workload whose template lacks the labels of the
 * workload's own selector: that is the fault to report, and not the selector.
 */
export function meansMislabelledPods(
  input: CheckInput,
  namespace: string,
  selector: Labels,
): boolean {
  let index = known.get(input);
  if (index === undefined) known.set(input, (index = new LabelIndex(mislabelled(input))));
  return index.selected(namespace, selector).length > 0;
}

/** The pods that lack labels of their workload's selector, as if they had those that it asks for. */
function mislabelled(input: CheckInput): IndexedPod[] {
  return objectIndex(input)
    .pods.filter((pod) => !hasLabels(pod.pod.labels, labelsOf(pod)))
    .map((pod) => ({ ...pod, pod: { ...pod.pod, labels: labelsOf(pod) } }));
}

function labelsOf({ object }: IndexedPod): Labels {
  return labelsAt(object.manifest, 'spec', 'selector', 'matchLabels');
}
