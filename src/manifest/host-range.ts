/** What KubeKey makes of one entry of a role group. */
export interface HostRange {
  /** The host names, in order; the entry itself where it is no range. */
  readonly names: readonly string[];
  /**
   * How KubeKey reads the entry otherwise than its author will have meant it, as a clause.
   *
   * @default - it is read as written
   */
  readonly surprise?: string;
  /**
   * The names that its author will have meant.
   *
   * @default - `names`
   */
  readonly meant?: readonly string[];
}

/** The most hosts that one entry is expanded to, so that a typing error can't fill the memory. */
const maxHosts = 10_000;

/**
 * Expands an entry of a role group such as `node[1:3]` exactly as KubeKey does.
 *
 * KubeKey takes an entry for a range where it holds `[`, `]` and `:`. It then drops leading zeros and
 * everything behind the bracket, gives nothing for a range that counts down, and panics where the
 * brackets hold anything but two numbers.
 */
export function expandHostRange(entry: string): HostRange {
  if (!(entry.includes('[') && entry.includes(']') && entry.includes(':'))) {
    return /\[\d+\s*(-|\.\.|,)\s*\d+\]/.test(entry)
      ? { names: [entry], surprise: 'takes it as the name of one host' }
      : { names: [entry] };
  }
  const range = /\[(\d+):(\d+)\]/.exec(entry);
  if (range === null) return { names: [], surprise: 'panics on it' };
  const prefix = entry.slice(0, range.index);
  const suffix = entry.slice(range.index + range[0].length);
  const [first = '', last = ''] = range.slice(1);
  const [from, to] = [Number(first), Number(last)];
  if (from > to) {
    return {
      names: [],
      surprise: 'takes it for no host at all, since it counts down',
      meant: numbers(to, from).map((number) => `${prefix}${number}${suffix}`),
    };
  }
  if (to - from >= maxHosts) {
    return { names: [], surprise: `looks for ${to - from + 1} hosts` };
  }
  const names = numbers(from, to).map((number) => `${prefix}${number}`);
  const width = /^0\d/.test(first) ? first.length : 0;
  const meant = numbers(from, to).map(
    (number) => `${prefix}${String(number).padStart(width, '0')}${suffix}`,
  );
  const lost = [
    ...(suffix === '' ? [] : ['everything behind the bracket']),
    ...(width > 0 || /^0\d/.test(last) ? ['leading zeros'] : []),
  ];
  return lost.length === 0
    ? { names }
    : {
        names,
        surprise: `drops ${lost.join(' and ')} and reads ${names.slice(0, 3).join(', ')}`,
        meant,
      };
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.min(to - from + 1, maxHosts) }, (_, offset) => from + offset);
}
