import { describe, isFields, isManifest, refOf, type Fields, type Manifest } from './manifest';
import { appendField, type FieldStep } from './field-path';
import type { Problem } from '../errors';

/**
 * Tells whether an object is a mapping and nothing more: made by a literal, by JSON or without a
 * prototype, in whichever realm; no instance of a class.
 */
export function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return (
    typeof prototype === 'object' &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'isPrototypeOf')
  );
}

interface Frame {
  readonly value: object;
  readonly keys: readonly FieldStep[];
  next: number;
}

/**
 * Everything in a manifest that YAML can't say, each with its field: functions, symbols, bigints, NaN
 * and infinities, instances of classes, objects that hold themselves, undefined in a list.
 *
 * An object that stands in several places is looked at in the first one. Needs no call stack, so depth
 * doesn't matter.
 *
 * @param position which document the manifest is, from 0, for one that doesn't say its kind
 */
export function notPlain(manifest: unknown, position: number): Problem[] {
  const where = isManifest(manifest) ? describe(refOf(manifest)) : `document ${position + 1}`;
  const problems: Problem[] = [];
  const frames: Frame[] = [];
  const open = new Set<object>();
  const done = new Set<object>();

  const report = (what: string, got: string, fix: string): void => {
    const steps = frames.map(({ keys, next }) => keys[next - 1] ?? '');
    // Step by step: as arguments of one call, a hundred thousand of them overflow the stack.
    const field = steps.reduce<string>((path, step) => appendField(path, step), '');
    problems.push({
      path: field === '' ? where : `${where} ${field}`,
      problem: `${what}, got ${got}`,
      fix,
    });
  };
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      const got = unwritableScalar(value);
      if (got !== undefined) report(mustBePlain, got, adviceFor(value));
    } else if (open.has(value)) {
      report('must not hold itself', 'an object that it is part of', 'Write the value out.');
    } else if (done.has(value)) {
      return;
    } else if (Array.isArray(value)) {
      open.add(value);
      // `Array.from` gives the holes of a list as well.
      frames.push({ value, keys: Array.from(value, (_, index) => index), next: 0 });
    } else if (isPlainObject(value)) {
      open.add(value);
      frames.push({ value, keys: Object.keys(value), next: 0 });
    } else {
      report(mustBePlain, kindOf(value), adviceFor(value));
    }
  };

  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) {
    report('a document must be a mapping', kindOf(manifest), 'Give an object with its fields.');
    return problems;
  }
  look(manifest);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const key = frame.keys[frame.next++];
    if (key === undefined) {
      frames.pop();
      open.delete(frame.value);
      done.add(frame.value);
      continue;
    }
    const item = (frame.value as Fields)[key];
    if (item === undefined && !Array.isArray(frame.value)) continue;
    look(item);
  }
  return problems;
}

const mustBePlain = 'must be plain data';

function unwritableScalar(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : String(value);
  if (value === undefined) return 'undefined in a list';
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  return kindOf(value);
}

/** What a value is, in words; none of what it holds, as that may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'object') return `a ${typeof value}`;
  return isPlainObject(value) ? 'a mapping' : `an object of class ${className(value)}`;
}

function className(value: object): string {
  const name: unknown = (value.constructor as { name?: unknown } | undefined)?.name;
  return typeof name === 'string' && name !== '' ? name : 'without a name';
}

function adviceFor(value: unknown): string {
  if (value === undefined) return 'Leave the item out, or write null.';
  if (typeof value === 'bigint') return 'Give it as text, or as a number up to 9007199254740991.';
  if (typeof value === 'number') return 'Use a finite number.';
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Date]') return 'Give it as text: toISOString().';
  if (tag === '[object Map]') return 'Give a plain object: Object.fromEntries().';
  if (tag === '[object Set]') return 'Give a list: [...set].';
  if (isFields(value) && typeof value['toJSON'] === 'function')
    return 'Give what its toJSON() gives.';
  return 'Use text, numbers, booleans, null, lists and plain objects.';
}

/**
 * Tells fast that a value is plain data; false where `notPlain` has to look, because something may be
 * wrong, or the value is nested very deep.
 */
export function isSurelyPlain(value: unknown, depth = 0): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || value === undefined) return value === null;
  if (typeof value !== 'object' || depth > 100) return false;
  if (Array.isArray(value)) {
    // Not `every`, which passes over the holes of a list.
    for (const item of value) if (!isSurelyPlain(item, depth + 1)) return false;
    return true;
  }
  if (!isPlainObject(value)) return false;
  for (const key of Object.keys(value)) {
    const item = (value as Fields)[key];
    if (item !== undefined && !isSurelyPlain(item, depth + 1)) return false;
  }
  return true;
}

/** The problems of all manifests from a position on. */
export function allNotPlain(manifests: readonly Manifest[], from: number): Problem[] {
  return manifests.slice(from).flatMap((manifest, index) => notPlain(manifest, from + index));
}
