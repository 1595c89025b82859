import { show, type Problem } from '../errors';
import { appendField, type FieldStep } from '../manifest/field-path';
import { isFields, type Manifest } from '../manifest/manifest';
import { messageWithoutSecrets } from '../manifest/secret-text';
import { redactAt, redacted } from '../manifest/secrets';

/**
 * Where a value doesn't contain what is expected of it; empty where it does.
 *
 * - A mapping contains the expected keys, each with what is expected of it; `undefined` expects that the
 *   key isn't there.
 * - A list of mappings contains, for each expected mapping, an item that contains it, in any order.
 * - Any other list, and any other value, is the very same.
 * - An asymmetric matcher of a test runner (`expect.any(Number)`) decides by itself.
 *
 * @param manifest the object that the value is of: which of its values are secrets
 * @param steps the way from the object to the value
 */
export function mismatches(
  actual: unknown,
  expected: unknown,
  manifest: Manifest,
  steps: readonly FieldStep[] = [],
): readonly Problem[] {
  if (isAsymmetricMatcher(expected)) {
    return expected.asymmetricMatch(actual) ? [] : [mismatch(actual, expected, manifest, steps)];
  }
  if (isFields(expected) && isFields(actual)) {
    return Object.keys(expected).flatMap((key) =>
      mismatches(Object.hasOwn(actual, key) ? actual[key] : undefined, expected[key], manifest, [
        ...steps,
        key,
      ]),
    );
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const items: readonly unknown[] = actual;
    if (expected.length > 0 && expected.every((item) => isMapping(item))) {
      return expected.flatMap((item: unknown) => missingItem(items, item, manifest, steps));
    }
    if (expected.length === items.length) {
      return expected.flatMap((item: unknown, index) =>
        mismatches(items[index], item, manifest, [...steps, index]),
      );
    }
  }
  return Object.is(actual, expected) ? [] : [mismatch(actual, expected, manifest, steps)];
}

/** What the nearest item lacks, where no item contains the expected one. */
function missingItem(
  items: readonly unknown[],
  expected: unknown,
  manifest: Manifest,
  steps: readonly FieldStep[],
): readonly Problem[] {
  let nearest: readonly Problem[] | undefined;
  for (const [index, item] of items.entries()) {
    const found = mismatches(item, expected, manifest, [...steps, index]);
    if (found.length === 0) return [];
    if (nearest === undefined || found.length < nearest.length) nearest = found;
  }
  return nearest ?? [mismatch(items, [expected], manifest, steps)];
}

function mismatch(
  actual: unknown,
  expected: unknown,
  manifest: Manifest,
  steps: readonly FieldStep[],
): Problem {
  const described = (value: unknown): string => {
    const isMatcher = isAsymmetricMatcher(value);
    // Nobody knows what a matcher holds; where a secret stands, it is one too.
    const shown = redactAt(manifest, steps, isMatcher ? (actual ?? 'a text') : value);
    if (shown === redacted) return redacted;
    return isMatcher ? messageWithoutSecrets(describeMatcher(value)) : show(shown);
  };
  const got = actual === undefined ? 'nothing' : described(actual);
  const wanted = expected === undefined ? 'nothing' : described(expected);
  return { path: appendField('', ...steps), problem: `expected ${wanted}, got ${got}`, fix: '' };
}

interface AsymmetricMatcher {
  asymmetricMatch(value: unknown): boolean;
  toString(): string;
}

function isAsymmetricMatcher(value: unknown): value is AsymmetricMatcher {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<AsymmetricMatcher>).asymmetricMatch === 'function'
  );
}

function isMapping(value: unknown): boolean {
  return isFields(value) && !isAsymmetricMatcher(value);
}

/** A matcher by its own name, such as `Any<Number>`. */
function describeMatcher(value: AsymmetricMatcher): string {
  const named = value as AsymmetricMatcher & { toAsymmetricMatcher?(): string };
  return named.toAsymmetricMatcher?.() ?? value.toString();
}
