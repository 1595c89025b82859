/**
 * The order in which people write the keys of one place of a manifest, and the places below it.
 *
 * Keys that aren't named stand behind the named ones, in the order of their author. A place that isn't
 * described keeps its author's order: labels, data, limits and every other free mapping.
 */
export interface KeyOrder {
  /** The keys that have a place, each with its position. */
  readonly ranks: ReadonlyMap<string, number>;
  /** What lies below a key: a mapping, or a list of mappings. */
  readonly below: ReadonlyMap<string, KeyOrder>;
  /** What lies below every other key, for mappings from free names to things of one kind. */
  readonly each: KeyOrder | undefined;
}

type Below = Readonly<Record<string, KeyOrder>>;

/** @param keys the keys, first things first, with spaces between them */
export function order(keys: string, below: Below = {}, each?: KeyOrder): KeyOrder {
  return {
    ranks: new Map(keys.split(' ').map((key, rank) => [key, rank])),
    below: new Map(Object.entries(below)),
    each,
  };
}
