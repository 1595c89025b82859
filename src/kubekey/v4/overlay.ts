import { isFields } from '../../manifest/manifest';

/** Lays one tree over another: mappings merge deep, anything else of the upper one replaces the lower one's. */
export function overlay<T>(lower: T, upper: unknown): T {
  if (!isFields(lower) || !isFields(upper)) return upper as T;
  const merged: Record<string, unknown> = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    if (value === undefined) continue;
    merged[key] = Object.hasOwn(merged, key) ? overlay(merged[key], value) : value;
  }
  return merged as T;
}
