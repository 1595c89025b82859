import { createRequire } from 'node:module';
import { Size } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Container, ResourceRequirements } from '../facts/kubernetes/api/core-v1.generated';

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
  resources: ResourceRequirements | undefined,
): kplus.ContainerResources {
  const cpu = (value: unknown): kplus.Cpu | undefined => {
    const units = amountOf(value);
    return units === undefined ? undefined : Cpu.millis(Math.ceil(units * 1000));
  };
  const memory = (value: unknown): Size | undefined => {
    const bytes = amountOf(value);
    return bytes === undefined ? undefined : Size.kibibytes(Math.ceil(bytes / 1024));
  };
  const { requests, limits } = resources ?? {};
  return {
    cpu: { request: cpu(requests?.['cpu']), limit: cpu(limits?.['cpu']) },
    memory: { request: memory(requests?.['memory']), limit: memory(limits?.['memory']) },
  };
}

const factors: ReadonlyMap<string, number> = new Map([
  ['m', 1e-3],
  ['', 1],
  ...['k', 'M', 'G', 'T', 'P', 'E'].map((unit, index) => [unit, 1000 ** (index + 1)] as const),
  ...['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((unit, i) => [unit, 1024 ** (i + 1)] as const),
]);

/** The amount of a Kubernetes quantity, such as 0.5 for `500m`; undefined where it is none. */
function amountOf(quantity: unknown): number | undefined {
  if (typeof quantity !== 'string' && typeof quantity !== 'number') return undefined;
  const match = /^([\d.]+(?:[eE][-+]?\d+)?)([A-Za-z]*)$/.exec(String(quantity));
  const factor = factors.get(match?.[2] ?? '');
  return match === null || factor === undefined ? undefined : Number(match[1]) * factor;
}
