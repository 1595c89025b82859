import { shorten } from '../errors';
import { closest } from './closest';

type Names = readonly string[] | ReadonlySet<string>;

/** Names for a message: of many the first few, and how many more there are. */
export function listed(names: readonly unknown[] | ReadonlySet<unknown>, most = 8): string {
  const shown: string[] = [];
  for (const name of names) {
    if (shown.length === most) break;
    shown.push(shorten(String(name)));
  }
  const more = sizeOf(names) - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** With how many names others were compared, by the names to choose from. */
const compared = new WeakMap<Names, number>();
/** Where so many were compared, it is no longer about one typo. */
const most = 20_000;

/**
 * Names for a message to choose from where another was written: of many the one that was most likely
 * meant, before the first few.
 *
 * @param names the same list, or set, each time that the choice is the same
 */
export function choiceOf(names: Names, written: string): string {
  const meant = sizeOf(names) > 8 ? likeliest(names, written) : undefined;
  return meant === undefined ? listed(names) : `${shorten(meant)}, or another: ${listed(names)}`;
}

/**
 * The name that was most likely meant where another was written, of a list that is searched again and
 * again: where very many were written, it is no longer about one typo, and nothing is said.
 *
 * @param names the same list, or set, each time that the choice is the same
 */
export function likeliest(names: Names, written: string): string | undefined {
  const before = compared.get(names) ?? 0;
  if (before > most) return undefined;
  compared.set(names, before + sizeOf(names));
  return closest(written, names);
}

function sizeOf(names: readonly unknown[] | ReadonlySet<unknown>): number {
  return 'size' in names ? names.size : names.length;
}
