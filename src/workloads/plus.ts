import { createRequire } from 'node:module';
import { Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Container, ResourceRequirements } from '../facts/kubernetes/api/core-v1.generated';
import { parseQuantity } from '../manifest/quantity';

/** cdk8s-plus-28, loaded when its constructs first ask for one of its objects: it is large. */
function load(): typeof kplus {
  return createRequire(__filename)('cdk8s-plus-28') as typeof kplus;
}

/** The pods with these labels, as cdk8s-plus-28 selects them. */
export function podSelectorConfig(
  labels: Record<string, string>,
  namespace: string | undefined,
): kplus.PodSelectorConfig {
  return {
    labelSelector: load().LabelSelector.of({ labels }),
    namespaces: namespace === undefined ? undefined : { names: [namespace] },
  };
}

/**
 * The containers as an autoscaler of cdk8s-plus-28 looks at them: by their names, and by the CPU and
 * memory that they request or are limited to. Nothing of them is written.
 */
export function scalingContainers(containers: readonly Container[]): kplus.Container[] {
  const plus = load();
  return containers.map(
    ({ name, image = '', resources }) =>
      new plus.Container({ name, image, resources: resourcesOf(plus, resources) }),
  );
}

function resourcesOf(
  { Cpu }: typeof kplus,
  { requests, limits }: ResourceRequirements = {},
): kplus.ContainerResources {
  const cpu = (value: unknown): kplus.Cpu | undefined => {
    const amount = amountOf(value);
    return amount === undefined ? undefined : Cpu.millis(Math.ceil(amount / 1e6));
  };
  const memory = (value: unknown): Size | undefined => {
    const amount = amountOf(value);
    return amount === undefined ? undefined : Size.kibibytes(Math.ceil(amount / 1e9 / 1024));
  };
  return {
    cpu: { request: cpu(requests?.['cpu']), limit: cpu(limits?.['cpu']) },
    memory: { request: memory(requests?.['memory']), limit: memory(limits?.['memory']) },
  };
}

/** A quantity in billionths of its unit; undefined where it is none, or known only at synth. */
function amountOf(quantity: unknown): number | undefined {
  const amount = parseQuantity(quantity);
  return amount === undefined ? undefined : Number(amount);
}
