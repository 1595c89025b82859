import { follow, isFields, type Fields } from './manifest';

/** A mapping in a list. */
export interface ListItem {
  /** The mapping. */
  readonly item: Fields;
  /** Its position in the list. */
  readonly index: number;
}

// Shared, since the checks ask each object for many fields that aren't there.
const noItems: readonly never[] = [];
const noFields: Fields = Object.freeze({});
const noLabels: Readonly<Record<string, string>> = Object.freeze({});

/** The mappings in a list, each with its position; empty where there is no list. */
export function itemsAt(
  value: unknown,
  ...path: readonly (string | number)[]
): readonly ListItem[] {
  const list = follow(value, path);
  if (!Array.isArray(list) || list.length === 0) return noItems;
  const items: ListItem[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const item: unknown = list[index];
    if (isFields(item)) items.push({ item, index });
  }
  return items;
}

/** The mapping at a path; empty where there is none. */
export function fieldsAt(value: unknown, ...path: readonly (string | number)[]): Fields {
  const found = follow(value, path);
  return isFields(found) ? found : noFields;
}

/** The text at a path, or undefined where there is none or it is empty. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = follow(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The number at a path, or undefined where there is none. */
export function numberAt(
  value: unknown,
  ...path: readonly (string | number)[]
): number | undefined {
  const found = follow(value, path);
  return typeof found === 'number' ? found : undefined;
}

/**
 * The mapping of texts at a path, such as labels. A number or a boolean counts as its text, which its
 * author meant; other values are left out.
 */
export function labelsAt(
  value: unknown,
  ...path: readonly (string | number)[]
): Readonly<Record<string, string>> {
  const found = follow(value, path);
  if (!isFields(found)) return noLabels;
  const keys = Object.keys(found);
  // Nearly always all of them are texts, and then they are taken as they are.
  if (keys.every((key) => typeof found[key] === 'string')) return found as Record<string, string>;
  return Object.fromEntries(
    keys.flatMap((key) => {
      const own = found[key];
      return ['string', 'number', 'boolean'].includes(typeof own) ? [[key, String(own)]] : [];
    }),
  );
}
