import { show } from '../errors';

/** A number of things: `1 pod`, `3 pods`. */
export function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}

/** A value within a sentence: text as it is, unless it would not be seen; `none` where there is none. */
export function said(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  return typeof value === 'string' && /^\S(.*\S)?$/s.test(value) ? value : show(value);
}
