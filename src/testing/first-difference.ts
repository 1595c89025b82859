import { appendField } from '../manifest/field-path';
import { describe, isFields, refOf, type Manifest } from '../manifest/manifest';
import { isSameWithRedacted } from '../manifest/same-with-redacted';

/**
 * Where two lists of manifests first differ by value, or undefined where they are the same.
 *
 * The documents count in their order, the keys of a mapping in any; `<redacted>` is the same as anything.
 */
export function firstDifference(
  stored: readonly Manifest[],
  current: readonly Manifest[],
): string | undefined {
  for (const [index, manifest] of current.entries()) {
    const before = stored[index];
    if (before === undefined) return `${nameOf(manifest)} is new`;
    if (nameOf(before) !== nameOf(manifest)) {
      return `document ${index + 1} is ${nameOf(manifest)}, and was ${nameOf(before)}`;
    }
    const field = differingField(before, manifest, '');
    if (field !== undefined) return `${nameOf(manifest)} ${field}`;
  }
  const gone = stored[current.length];
  return gone === undefined ? undefined : `${nameOf(gone)} is gone`;
}

function nameOf(manifest: Manifest): string {
  return describe(refOf(manifest));
}

function differingField(a: unknown, b: unknown, path: string): string | undefined {
  if (Object.is(a, b) || isSameWithRedacted(a, b)) return undefined;
  if (Array.isArray(a) && Array.isArray(b)) {
    const length = Math.max(a.length, b.length);
    for (let index = 0; index < length; index += 1) {
      const here = appendField(path, index);
      if (index >= a.length || index >= b.length) return here;
      const found = differingField(a[index], b[index], here);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isFields(a) || !isFields(b)) return path;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const here = appendField(path, key);
    if (!Object.hasOwn(a, key) || !Object.hasOwn(b, key)) return here;
    const found = differingField(a[key], b[key], here);
    if (found !== undefined) return found;
  }
  return undefined;
}
