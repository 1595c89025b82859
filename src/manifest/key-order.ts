import { throwProblems } from '../errors';
import { keyOrderOf } from '../facts/kubernetes/key-order';
import type { KeyOrder } from '../facts/kubernetes/order';
import { isFields, isManifest, type Fields, type Manifest } from './manifest';
import { manifestForm } from './manifest-form';
import { isPlainObject } from './plain-data';

/**
 * The manifest with its keys in the order that people write them: `apiVersion`, `kind`, `metadata` with
 * the name first, a container's name, image and ports, and so on for every built-in kind and KubeKey's.
 *
 * Keys that nobody orders stay behind those, as their author wrote them; labels, data and other free
 * mappings keep their order. What is in order already is the very same object.
 *
 * @throws GroundworkError where the manifest has no text apiVersion and kind
 */
export function orderKeys(manifest: Manifest): Manifest {
  if (!isManifest(manifest)) throwProblems(manifestForm(manifest, 'manifest'), orderKeys);
  const { apiVersion, kind } = manifest;
  if (kind === 'List' && Array.isArray(manifest['items'])) {
    const items = changedItems(manifest['items'], (item) =>
      isManifest(item) ? inOrder(item, keyOrderOf(item.apiVersion, item.kind)) : item,
    );
    return items === undefined ? manifest : { ...manifest, items };
  }
  return inOrder(manifest, keyOrderOf(apiVersion, kind)) as Manifest;
}

function inOrder(value: unknown, order: KeyOrder): unknown {
  if (Array.isArray(value)) {
    // No list of lists is ordered, so that one which holds itself doesn't matter here.
    return changedItems(value, (item) => (isFields(item) ? inOrder(item, order) : item)) ?? value;
  }
  // What is no plain data is left for the writer to refuse.
  if (!isFields(value) || !isPlainObject(value)) return value;
  const keys = Object.keys(value);
  const { ranks, below, each } = order;
  let last = 0;
  let sorted = true;
  let changes: Map<string, unknown> | undefined;
  for (const key of keys) {
    const rank = ranks.get(key) ?? Infinity;
    if (rank < last) sorted = false;
    last = rank;
    const inner = below.get(key) ?? each;
    if (inner === undefined) continue;
    const item = value[key];
    const ordered = inOrder(item, inner);
    if (ordered !== item) (changes ??= new Map()).set(key, ordered);
  }
  if (sorted && changes === undefined) return value;
  return copy(value, sorted ? keys : byRank(keys, ranks), changes);
}

function byRank(keys: readonly string[], ranks: ReadonlyMap<string, number>): string[] {
  // A difference of infinities is no number, so unknown keys get a rank that is one.
  const rank = (key: string): number => ranks.get(key) ?? ranks.size;
  return [...keys].sort((left, right) => rank(left) - rank(right));
}

function copy(
  value: Fields,
  keys: readonly string[],
  changes: ReadonlyMap<string, unknown> | undefined,
): Fields {
  const result: Record<string, unknown> = {};
  for (const key of keys) {
    const item = changes?.has(key) === true ? changes.get(key) : value[key];
    if (key !== '__proto__') result[key] = item;
    else Object.defineProperty(result, key, { ...writable, value: item });
  }
  return result;
}

/** As an assignment makes it; a plain assignment would take the key for the object's prototype. */
const writable = { enumerable: true, configurable: true, writable: true } as const;

function changedItems(
  items: readonly unknown[],
  change: (item: unknown) => unknown,
): unknown[] | undefined {
  let result: unknown[] | undefined;
  for (let index = 0; index < items.length; index++) {
    const changed = change(items[index]);
    if (changed !== items[index]) (result ??= [...items])[index] = changed;
  }
  return result;
}
