type Table = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

let table: Table | undefined;

/**
 * The optional fields of a struct whose zero value (`""`, `0` or `false`) equals leaving them out, each
 * with that value. Fields that the API keeps as pointers aren't among them: there, `false` says more
 * than nothing.
 */
export function zeroValuesOf(definition: string): ReadonlyMap<string, string | number | boolean> {
  table ??= require('./data/zero-values.json') as Table;
  const found = new Map<string, string | number | boolean>();
  for (const [zero, fields] of Object.entries(table[definition] ?? {})) {
    const value = JSON.parse(zero) as string | number | boolean;
    for (const field of fields) found.set(field, value);
  }
  return found;
}
