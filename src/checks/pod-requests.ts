import { fieldsAt } from '../manifest/fields';
import { parseQuantity } from '../manifest/quantity';
import type { PodTemplate } from '../manifest/relations';

/** Amounts by resource, in billionths of the unit, as `parseQuantity` gives them. */
export type Amounts = ReadonlyMap<string, bigint>;

const requests = new WeakMap<PodTemplate, Amounts>();

/**
 * What the scheduler sets aside for a pod: the sum over its containers, or what an init container needs
 * where that is more, its overhead, and one of `pods`. A limit counts as the request where none is written.
 */
export function podRequests(pod: PodTemplate): Amounts {
  let found = requests.get(pod);
  if (found === undefined) requests.set(pod, (found = sumUp(pod)));
  return found;
}

function sumUp(pod: PodTemplate): Amounts {
  const sidecars = new Map<string, bigint>();
  const starting = new Map<string, bigint>();
  const running = new Map<string, bigint>();
  for (const { list, container } of pod.containers) {
    if (list === 'ephemeralContainers') continue;
    const own = written(container['resources']);
    if (list === 'containers') addAll(running, own);
    else if (container['restartPolicy'] === 'Always') {
      // A sidecar stays, beside the init containers that come after it.
      addAll(sidecars, own);
      raiseTo(starting, sidecars);
    } else raiseTo(starting, new Map(addAll(new Map(sidecars), own)));
  }
  const total = addAll(running, sidecars);
  raiseTo(total, starting);
  // What a pod as a whole requests takes the place of the sum.
  for (const [name, amount] of written(pod.spec['resources'])) total.set(name, amount);
  addAll(total, amountsIn(fieldsAt(pod.spec, 'overhead')));
  return total.set('pods', 10n ** 9n);
}

function written(resources: unknown): Amounts {
  return new Map([
    ...amountsIn(fieldsAt(resources, 'limits')),
    ...amountsIn(fieldsAt(resources, 'requests')),
  ]);
}

function amountsIn(fields: Readonly<Record<string, unknown>>): Amounts {
  return new Map(
    Object.entries(fields).flatMap(([name, value]) => {
      const amount = parseQuantity(value);
      return amount === undefined || amount <= 0n ? [] : [[name, amount] as const];
    }),
  );
}

function addAll(total: Map<string, bigint>, more: Amounts): Map<string, bigint> {
  for (const [name, amount] of more) total.set(name, (total.get(name) ?? 0n) + amount);
  return total;
}

function raiseTo(total: Map<string, bigint>, least: Amounts): void {
  for (const [name, amount] of least) {
    if (amount > (total.get(name) ?? 0n)) total.set(name, amount);
  }
}

const binary = ['Ti', 'Gi', 'Mi', 'Ki'] as const;
const decimal = ['T', 'G', 'M', 'k'] as const;

/** An amount as messages write it, exactly: `2`, `500m`, `6Gi`. */
export function showAmount(resource: string, amount: bigint): string {
  const unit = 10n ** 9n;
  if (amount % unit !== 0n)
    return amount % 1_000_000n === 0n ? `${amount / 1_000_000n}m` : `${amount}n`;
  const whole = amount / unit;
  if (!/^(memory|ephemeral-storage|hugepages-)/.test(resource)) return String(whole);
  for (const [index, name] of binary.entries()) {
    const size = 1024n ** BigInt(binary.length - index);
    if (whole >= size && whole % size === 0n) return `${whole / size}${name}`;
    const round = 1000n ** BigInt(decimal.length - index);
    if (whole >= round && whole % round === 0n) return `${whole / round}${decimal[index] ?? ''}`;
  }
  return String(whole);
}
