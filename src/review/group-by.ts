import type { Manifest } from '../manifest/manifest';

/** Adds an item to the list of a key. */
export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The objects of each key; those without a key are left out. */
export function grouped(
  manifests: readonly Manifest[],
  keyOf: (manifest: Manifest) => string | undefined,
): Map<string, Manifest[]> {
  const groups = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    const key = keyOf(manifest);
    if (key !== undefined) push(groups, key, manifest);
  }
  return groups;
}

/** The first object of each key; those without a key are left out. */
export function indexed(
  manifests: readonly Manifest[],
  keyOf: (manifest: Manifest) => string | undefined,
): Map<string, Manifest> {
  const index = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const key = keyOf(manifest);
    if (key !== undefined && !index.has(key)) index.set(key, manifest);
  }
  return index;
}
