import { show } from '../errors';

/** A number of things: `1 pod`, `3 pods`. */
export function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}

/** A value within a sentence: text as it is, `none` where there is no value. */
export function said(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  return typeof value === 'string' ? value : show(value);
}
