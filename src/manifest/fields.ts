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

/** The mappings in the list at a path, each with its position; empty where there is no list. */
export function itemsAt(
  value: unknown,
  ...path: readonly (string | number)[]
): readonly ListItem[] {
  return itemsOf(follow(value, path));
}

/** The mappings in a list, each with its position; empty where there is no list. */
export function itemsOf(list: unknown): readonly ListItem[] {
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
  return fieldsOf(follow(value, path));
}

/** A mapping; empty where the value is none. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : noFields;
}

/** The text at a path, or undefined where there is none or it is empty. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  return textOf(follow(value, path));
}

/** A text, or undefined where the value is none or it is empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The number at a path, or undefined where there is none. */
export function numberAt(
  value: unknown,
  ...path: readonly (string | number)[]
): number | undefined {
  return numberOf(follow(value, path));
}

/** A number, or undefined where the value is none. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/**
 * The mapping of texts at a path, such as labels. A number or a boolean counts as its text, which its
 * author meant; other values are left out.
 */
export function labelsAt(
  value: unknown,
  ...path: readonly (string | number)[]
): Readonly<Record<string, string>> {
  return labelsOf(follow(value, path));
}

/** A mapping of texts, by the rule of `labelsAt`. */
export function labelsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isFields(value)) return noLabels;
  const keys = Object.keys(value);
  // Nearly always all of them are texts, and then they are taken as they are.
  if (keys.every((key) => typeof value[key] === 'string')) return value as Record<string, string>;
  return Object.fromEntries(
    keys.flatMap((key) => {
      const own = value[key];
      return ['string', 'number', 'boolean'].includes(typeof own) ? [[key, String(own)]] : [];
    }),
  );
}
