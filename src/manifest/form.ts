import { show, type Problem } from '../errors';
import { closest } from './closest';
import { appendField } from './field-path';
import { isFields, type Fields } from './manifest';

/**
 * What must stand in a place that a program or a configuration file fills: gives everything that is
 * wrong with a value there, by its place. Programs in JavaScript, and casts, can give anything.
 */
export type Form = (value: unknown, path: string) => readonly Problem[];

/** One problem, at one place. */
export function wrong(path: string, problem: string, fix: string): readonly Problem[] {
  return [{ path, problem, fix }];
}

/** Text that isn't empty. */
export const text: Form = (value, path) => {
  if (typeof value === 'string' && value !== '') return [];
  const fix = typeof value === 'number' ? 'Put it in quotes.' : 'Write one text here.';
  return wrong(path, `must be text, got ${show(value)}`, fix);
};

/** True or false. */
export const flag: Form = (value, path) =>
  typeof value === 'boolean'
    ? []
    : wrong(path, `must be true or false, got ${show(value)}`, 'Write true or false.');

/** One text of a few. */
export function oneOf(choices: readonly string[]): Form {
  return (value, path) => {
    if (choices.includes(value as string)) return [];
    const fix = typeof value === 'string' ? meant(value, choices) : undefined;
    const problem = `must be one of ${choices.join(', ')}, got ${show(value)}`;
    const all = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
    return wrong(path, problem, fix ?? `Write ${all}.`);
  };
}

/** A list, each item of a form. */
export function listOf(item: Form): Form {
  return (value, path) => {
    if (Array.isArray(value)) {
      return value.flatMap((one: unknown, index) => item(one, `${path}[${index}]`));
    }
    return wrong(path, `must be a list, got ${show(value)}`, 'Write it in brackets: [a, b].');
  };
}

/** A mapping of names to values of a form. */
export function mapOf(value: Form, name: Form = () => []): Form {
  return mapping((fields, path) =>
    Object.entries(fields).flatMap(([key, own]) => {
      const here = appendField(path, key);
      return [...name(key, here), ...(own === undefined ? [] : value(own, here))];
    }),
  );
}

/** A mapping with known fields, each of its form; one that is undefined isn't there. */
export function recordOf(
  fields: Readonly<Record<string, Form>>,
  required: readonly string[] = [],
): Form {
  const known = Object.keys(fields);
  return mapping((given, path) => [
    ...Object.entries(given).flatMap(([key, value]) => {
      const here = appendField(path, key);
      const form = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (form !== undefined) return value === undefined ? [] : form(value, here);
      const fix = meant(key, known) ?? `Use one of the fields here: ${known.join(', ')}.`;
      return wrong(here, `unknown field ${show(key)}`, fix);
    }),
    ...required
      .filter((key) => given[key] === undefined)
      .flatMap((key) => wrong(path, `"${key}" is missing`, `Add ${key}.`)),
  ]);
}

function mapping(problemsOf: (value: Fields, path: string) => readonly Problem[]): Form {
  return (value, path) =>
    isFields(value)
      ? problemsOf(value, path)
      : wrong(path, `must be a mapping, got ${show(value)}`, 'Write it in braces: { key: value }.');
}

/** What to do about a word that is none of those known, where it is near to one; else undefined. */
export function meant(word: string, known: readonly string[]): string | undefined {
  const near = closest(word, known);
  return near === undefined ? undefined : `Write ${near} if you mean that.`;
}
