/**
 * One default that the API server writes into an object, and when.
 *
 * What is written is one of `value`, `copyOf`, `entriesOf`, `items` and `rule`. All conditions that
 * are there must hold; a field that was given already is never overwritten.
 */
export interface ApiDefault {
  /** The value itself. */
  readonly value?: unknown;
  /** Path of a field of the same struct, with dots, whose value is taken. */
  readonly copyOf?: string;
  /** Not where what `copyOf` gives has this field. */
  readonly unlessIn?: string;
  /** Maps of the same struct whose entries fill the map up, the first one first. */
  readonly entriesOf?: readonly string[];
  /** Fields that each item of the list gets. */
  readonly items?: Readonly<Record<string, unknown>>;
  /** A derivation that needs code. */
  readonly rule?: 'pull-policy' | 'list-kind' | 'lower-case-kind' | 'host-ports' | 'name-label';
  /** True where missing parts of a given value are filled from `value` as well. */
  readonly parts?: boolean;
  /** Fields of the same struct that must hold one of these values, their defaults counted. */
  readonly is?: Readonly<Record<string, readonly unknown[]>>;
  /** Fields of the same struct that must be given. */
  readonly set?: readonly string[];
  /** Fields of the same struct that must not be given. */
  readonly unset?: readonly string[];
  /** Only where no other fields than these are given. */
  readonly alone?: readonly string[];
  /** Only where the struct stands right within one of these definitions. */
  readonly within?: readonly string[];
  /** Only within these kinds, as apiVersion and kind. */
  readonly onlyIn?: readonly string[];
  /**
   * First minor release that writes it.
   *
   * @default - 19
   */
  readonly since?: number;
  /**
   * Last minor release that writes it.
   *
   * @default - 36
   */
  readonly until?: number;
}

type Row = Readonly<Record<string, readonly ApiDefault[]>>;
type Table = Readonly<
  Record<string, { readonly fields?: Row; readonly structs?: readonly string[] }>
>;

let table: Table | undefined;

/** The whole table, read when it is first needed. */
function defaults(): Table {
  table ??= require('./data/api-defaults.json') as Table;
  return table;
}

/** The defaults of a struct's fields in one minor release, by field; empty where it has none. */
export function apiDefaultsOf(
  definition: string,
  minor: number,
): ReadonlyMap<string, readonly ApiDefault[]> {
  const found = new Map<string, readonly ApiDefault[]>();
  for (const [field, all] of Object.entries(defaults()[definition]?.fields ?? {})) {
    const now = all.filter(({ since = 0, until = minor }) => since <= minor && minor <= until);
    if (now.length > 0) found.set(field, now);
  }
  return found;
}

/**
 * Fields of a struct that are there even where nobody writes them, such as a Deployment's
 * `strategy`: leaving them out equals an empty mapping.
 */
export function structFieldsOf(definition: string): readonly string[] {
  return defaults()[definition]?.structs ?? [];
}
