import { show } from '../errors';
import type { ArgumentProblem } from './argument-problem';

/** Hosts that one range may stand for: more than any cluster has, and few enough for a typing error. */
const largestRange = 5000;

/** The names that an entry of a role group stands for, or what is wrong with it. */
export type HostNames = { readonly names: readonly string[] } | ArgumentProblem;

/**
 * The host names that an entry of a role group stands for: `node[1:3]` is node1, node2 and node3.
 *
 * Unlike KubeKey, which drops both, it keeps leading zeros (`node[08:10]`) and what stands behind the
 * bracket (`node[1:3].east`), and refuses what KubeKey panics on or takes for no host at all. So the file
 * that is written never holds a range.
 */
export function hostNames(entry: string): HostNames {
  if (!/[[\]]/.test(entry)) return { names: [entry] };
  const range = /^([^[\]]*)\[(\d+):(\d+)\]([^[\]]*)$/.exec(entry);
  if (range === null) return wrong(entry, 'is no range');
  const [, prefix = '', first = '', last = '', suffix = ''] = range;
  const [from, to] = [Number(first), Number(last)];
  if (from > to) return wrong(entry, 'counts down');
  if (to - from >= largestRange) return wrong(entry, `holds more than ${largestRange} hosts`);
  const width = first.startsWith('0') ? first.length : 0;
  return {
    names: Array.from(
      { length: to - from + 1 },
      (_, offset) => `${prefix}${String(from + offset).padStart(width, '0')}${suffix}`,
    ),
  };
}

function wrong(entry: string, what: string): ArgumentProblem {
  return {
    problem: `the entry ${show(entry)} ${what}`,
    fix: 'Write it as "node[1:3]" for node1, node2 and node3, or name each host.',
  };
}
