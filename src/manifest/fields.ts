import { at, isFields, type Fields } from './manifest';

/** The mappings in a list, each with its position; empty where there is no list. */
export function itemsAt(
  value: unknown,
  ...path: readonly (string | number)[]
): readonly { readonly item: Fields; readonly index: number }[] {
  const list = at(value, ...path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => (isFields(item) ? [{ item, index }] : []));
}

/** The mapping at a path; empty where there is none. */
export function fieldsAt(value: unknown, ...path: readonly (string | number)[]): Fields {
  const found = at(value, ...path);
  return isFields(found) ? found : {};
}

/** The text at a path, or undefined where there is none or it is empty. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The number at a path, or undefined where there is none. */
export function numberAt(
  value: unknown,
  ...path: readonly (string | number)[]
): number | undefined {
  const found = at(value, ...path);
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
  return Object.fromEntries(
    Object.entries(fieldsAt(value, ...path)).flatMap(([key, own]) =>
      ['string', 'number', 'boolean'].includes(typeof own) ? [[key, String(own)]] : [],
    ),
  );
}
