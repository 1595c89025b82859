/** Two entries of a list that have the same key; the second of them is the one to report. */
export interface Duplicate<T> {
  /** The entry that comes again. */
  readonly entry: T;
  /** The entry that was there first. */
  readonly first: T;
  /** What both have. */
  readonly key: string;
}

const none: readonly never[] = [];

/** The entries whose key came before, in order; entries without a key are passed over. */
export function duplicates<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string | undefined,
): readonly Duplicate<T>[] {
  if (entries.length < 2) return none;
  const seen = new Map<string, T>();
  const found: Duplicate<T>[] = [];
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, entry);
    else found.push({ entry, first, key });
  }
  return found;
}
