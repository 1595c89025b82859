import { minorOf } from './minor';

/** A field that may or may not change, depending on more than the field itself. */
export interface ConditionalRule {
  /** Path of the field, such as `spec.completions`. */
  readonly path: string;
  /** Parts of the field that the condition frees; all of it where left out. */
  readonly parts?: readonly string[];
  /** When the field may change although it is immutable else, in words. */
  readonly mutableWhen?: string;
  /** When the field may not change, in words. */
  readonly immutableWhen?: string;
  /** First release with the rule. */
  readonly since?: string;
  /** Last release with the rule. */
  readonly until?: string;
}

/** Which fields of a kind an update may not change, in one release. Paths write list items as `[*]`. */
export interface Immutability {
  /** Fields whose change is refused. */
  readonly immutable: readonly string[];
  /**
   * The only fields of `spec` whose change is accepted.
   *
   * @default - all but the immutable ones
   */
  readonly mutableOnly?: readonly string[];
  /** Fields whose change the server drops without a word. */
  readonly ignored: readonly string[];
  /** Rules that depend on more than the field. */
  readonly conditional: readonly ConditionalRule[];
}

interface Row {
  readonly immutable: readonly string[];
  readonly mutableOnly?: readonly string[];
  readonly ignored?: readonly string[];
  readonly conditional?: readonly ConditionalRule[];
  readonly since?: Readonly<Record<string, string>>;
  readonly until?: Readonly<Record<string, string>>;
  readonly mutableSince?: Readonly<Record<string, string>>;
}
type Table = ReadonlyMap<string, Row | { readonly sameAs: string }>;

let table: Table | undefined;

function rows(): Table {
  table ??= new Map(
    Object.entries(require('./data/immutable-fields.json') as Record<string, Row>).filter(
      ([key]) => key !== 'source',
    ),
  );
  return table;
}

/** What an update of a kind may not change in a version; undefined where the kind is unknown. */
export function immutabilityOf(
  version: string,
  apiVersion: string,
  kind: string,
): Immutability | undefined {
  let row = rows().get(`${apiVersion} ${kind}`);
  if (row !== undefined && 'sameAs' in row) row = rows().get(row.sameAs);
  if (row === undefined || 'sameAs' in row) return undefined;
  const { since = {}, until = {}, mutableSince = {}, mutableOnly } = row;
  const minor = minorOf(version);
  const holds = (from: string | undefined, to: string | undefined): boolean =>
    (from === undefined || minorOf(from) <= minor) && (to === undefined || minor <= minorOf(to));
  return {
    immutable: row.immutable.filter((path) => holds(since[path], until[path])),
    ...(mutableOnly === undefined
      ? {}
      : { mutableOnly: mutableOnly.filter((path) => holds(mutableSince[path], undefined)) }),
    ignored: row.ignored ?? [],
    conditional: (row.conditional ?? []).filter((rule) => holds(rule.since, rule.until)),
  };
}
