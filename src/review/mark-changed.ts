import { isFields } from '../manifest/manifest';
import { redacted, shownKey } from '../manifest/secrets';

/** A value, and what is shown of it. */
export interface Seen {
  /** The value itself. */
  readonly value: unknown;
  /** The value without its secrets. */
  readonly shown: unknown;
}

/**
 * What is shown of a value after a change. Where it looks as before, since what differs is hidden,
 * each secret in it says that it changed.
 */
export function markChanged(before: Seen, after: Seen): unknown {
  const { value, shown } = after;
  if (typeof shown === 'string') {
    const isAlike = shown === before.shown && value !== before.value;
    return isAlike ? shown.replaceAll(redacted, '<redacted, changed>') : shown;
  }
  if (Array.isArray(shown)) {
    const others = partnersOf(before);
    return shown.map((item: unknown, index) =>
      markChanged(others(nameOf(item), index), { value: child(value, index), shown: item }),
    );
  }
  if (!isFields(shown) || !isFields(value)) return shown;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const step = shownKey(key);
      const other = { value: child(before.value, key), shown: child(before.shown, step) };
      return [step, markChanged(other, { value: inner, shown: child(shown, step) })];
    }),
  );
}

/** Finds what an item of a list was before: by its name, or where none has that by its position. */
function partnersOf({ value, shown }: Seen): (name: unknown, index: number) => Seen {
  const names = new Map<unknown, number>();
  if (Array.isArray(shown)) shown.forEach((item, index) => names.set(nameOf(item), index));
  return (name, index) => {
    const at = (name === undefined ? undefined : names.get(name)) ?? index;
    return { value: child(value, at), shown: child(shown, at) };
  };
}

function nameOf(item: unknown): unknown {
  return child(item, 'name');
}

function child(value: unknown, step: string | number): unknown {
  const isInside = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
  return isInside ? (value as Record<string | number, unknown>)[step] : undefined;
}
