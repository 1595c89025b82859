import type { Problem } from '../errors';
import { isFields, type Fields } from './manifest';

/**
 * Tells whether a value is a mapping that was written out. A `Lazy`, and whatever else cdk8s resolves
 * at synth, is none: it passes through untouched.
 */
export function isLiteralFields(value: unknown): value is Fields {
  if (!isFields(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) && typeof value['resolve'] !== 'function'
  );
}

/** Tells whether a value is known only at synth, so that nothing can be said about it before. */
export function isResolvedLater(value: unknown): boolean {
  return isFields(value) && !isLiteralFields(value);
}

/** A problem for each of the fields that is a `Lazy` as a whole, where only what it holds may be one. */
export function lateProblems(path: string, said: object, fields: readonly string[]): Problem[] {
  return fields
    .filter((field) => isResolvedLater((said as Fields)[field]))
    .map((field) => ({
      path,
      problem: `${field} must be written out, got a value known only at synth`,
      fix: 'Write an object, and make the values in it lazy.',
    }));
}
