import { show } from '../errors';
import { textAt } from '../manifest/fields';
import { at } from '../manifest/manifest';
import { parseQuantity } from '../manifest/quantity';
import type { Report } from './check';

const sizes = '1 1k 1M 1G 1T 1P 1E 1Ki 1Mi 1Gi 1Ti 1Pi 1Ei'.split(' ');

/**
 * What is wrong with the unit that a resource of a container is told in; nothing where it is right.
 *
 * @param holder what has the `resourceFieldRef`
 * @param field field of the holder
 */
export function divisorProblems(holder: unknown, field: string): Omit<Report, 'object'>[] {
  const divisor = at(holder, 'resourceFieldRef', 'divisor') ?? undefined;
  const resource = textAt(holder, 'resourceFieldRef', 'resource');
  const amount = divisor === undefined ? undefined : parseQuantity(divisor);
  // One of 0 counts as not written; one that is no quantity is reported as such.
  if (resource === undefined || amount === undefined || amount === 0n) return [];
  const units = resource.endsWith('.cpu') ? ['1', '1m'] : sizes;
  if (units.some((unit) => parseQuantity(unit) === amount)) return [];
  return [
    {
      field: `${field}.resourceFieldRef.divisor`,
      from: [`${field}.resourceFieldRef.resource`],
      problem: `must be one of ${units.join(', ')} for ${resource}, got ${show(divisor)}`,
      fix: `Write ${resource.endsWith('.cpu') ? '1m for thousandths of a CPU, or 1 for CPUs' : '1Mi for mebibytes, or another of these'}.`,
    },
  ];
}
