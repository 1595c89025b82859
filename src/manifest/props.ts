import { inspect } from 'node:util';
import { GroundworkError, show, type Problem } from '../errors';
import { closest } from './closest';
import { isResolvedLater } from './literal';
import { isFields } from './manifest';

/**
 * The props of a construct, each by an example of its form, as messages show it. `true` stands where
 * anything goes, since a rule of its own or a check judges the prop.
 */
export type PropForms<P> = { readonly [K in keyof P]-?: NonNullable<P[K]> | true };

/** Props as far as they can be worked with. */
export interface SoundProps<P> {
  /** What was given, without what has another form; the same object where nothing is wrong. */
  readonly props: P;
  /** A problem for each prop that there isn't, and for each of another form. */
  readonly problems: readonly Problem[];
}

/**
 * Holds props against their forms. The compiler does so, too, but not for programs that run without
 * it, and it doesn't look for unknown names in what is spread into the props.
 *
 * @throws GroundworkError where the props are no mapping at all
 */
export function soundProps<P extends object>(
  path: string,
  given: P,
  forms: PropForms<P>,
): SoundProps<P> {
  const fields = givenProps(path, given) as Record<string, unknown>;
  const problems: Problem[] = [];
  let props = fields;
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value === undefined || forms[name as keyof P] === true) continue;
    const problem = Object.hasOwn(forms, name)
      ? formProblem(name, value, forms[name as keyof P])
      : unknownProblem(name, Object.keys(forms));
    if (problem === undefined) continue;
    problems.push({ path, ...problem });
    props = { ...props, [name]: undefined };
  }
  return { props: props as P, problems };
}

/** The props as a mapping: an empty one where none were given, so that each one missing is told. */
export function givenProps<P extends object>(path: string, given: P | undefined): P {
  if (isFields(given ?? {})) return given ?? ({} as P);
  throw new GroundworkError({
    path,
    problem: `props must be a mapping, got ${show(given)}`,
    fix: "Write them in braces, such as { name: 'web' }.",
  });
}

/**
 * What is wrong with the form of a value, or undefined. A value known only at synth may become anything.
 *
 * @param field what the author calls the value
 * @param example a value of the right form
 */
export function formProblem(
  field: string,
  value: unknown,
  example: unknown,
): Omit<Problem, 'path'> | undefined {
  if (example === true || hasForm(value, example)) return undefined;
  return {
    problem: `${field} must be ${nameOf(example)}, got ${show(value, field)}`,
    fix: `Write ${field.replace(/^.*\./, '')}: ${written(example)}.`,
  };
}

function unknownProblem(name: string, known: readonly string[]): Omit<Problem, 'path'> {
  const meant = closest(name, known);
  return {
    problem: `props must hold no unknown field, got ${name}`,
    fix:
      meant === undefined
        ? `Remove it; there are ${known.join(', ')}.`
        : `Write ${meant} if you mean that, or remove it.`,
  };
}

function hasForm(value: unknown, example: unknown): boolean {
  if (Array.isArray(example)) {
    const first: unknown = example[0];
    return Array.isArray(value)
      ? value.every((item) => hasForm(item, first))
      : isResolvedLater(value);
  }
  if (isFields(example)) return isFields(value);
  return typeof value === typeof example || isResolvedLater(value);
}

function nameOf(example: unknown): string {
  if (Array.isArray(example)) return `a list of ${isFields(example[0]) ? 'mappings' : 'texts'}`;
  if (!isFields(example)) return typeof example === 'string' ? 'a text' : 'true or false';
  const areTexts = Object.values(example).every((value) => typeof value === 'string');
  return areTexts ? 'a mapping of names to texts' : 'a mapping';
}

/** An example as an author writes it. */
function written(example: unknown): string {
  const text = inspect(example, { compact: true, breakLength: Infinity, depth: null });
  return text.replace(/\[ /g, '[').replace(/ \]/g, ']');
}
