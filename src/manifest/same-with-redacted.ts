import { redacted } from './secret-names';

/**
 * Tells whether two values may be the same, where `<redacted>` stands for anything: alone, within a
 * text, and within the items of a list.
 */
export function isSameWithRedacted(a: unknown, b: unknown): boolean {
  if (a === b || a === redacted || b === redacted) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameWithRedacted(item, b[index]));
  }
  return typeof a === 'string' && typeof b === 'string' && (fits(a, b) || fits(b, a));
}

function fits(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split(redacted);
  const last = rest.pop();
  if (last === undefined || !text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
