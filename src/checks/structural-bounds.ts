import type { Fields } from '../manifest/manifest';
import type { ValueProblem } from './scalar-problem';

/** What is wrong with a value by the bounds of its schema, such as `minimum`; undefined where nothing is. */
export function boundProblem(value: unknown, schema: Fields): ValueProblem | undefined {
  if (typeof value === 'number') return numberProblem(value, schema);
  if (typeof value === 'string') {
    const length = Array.from(value).length;
    return (
      lengthProblem(length, 'characters', schema['minLength'], schema['maxLength']) ??
      patternProblem(value, schema['pattern'])
    );
  }
  if (Array.isArray(value)) {
    return lengthProblem(value.length, 'items', schema['minItems'], schema['maxItems']);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { length } = Object.keys(value);
  return lengthProblem(length, 'entries', schema['minProperties'], schema['maxProperties']);
}

function numberProblem(value: number, schema: Fields): ValueProblem | undefined {
  const { minimum, maximum } = schema;
  if (typeof minimum === 'number') {
    const isOpen = schema['exclusiveMinimum'] === true;
    if (value < minimum || (isOpen && value === minimum)) {
      const bound = `${isOpen ? 'more than ' : ''}${minimum}${isOpen ? '' : ' or more'}`;
      return { problem: `must be ${bound}, got ${value}`, fix: `Write ${bound}.` };
    }
  }
  if (typeof maximum === 'number') {
    const isOpen = schema['exclusiveMaximum'] === true;
    if (value > maximum || (isOpen && value === maximum)) {
      const bound = `${isOpen ? 'less than ' : ''}${maximum}${isOpen ? '' : ' or less'}`;
      return { problem: `must be ${bound}, got ${value}`, fix: `Write ${bound}.` };
    }
  }
  return undefined;
}

function lengthProblem(
  length: number,
  things: string,
  least: unknown,
  most: unknown,
): ValueProblem | undefined {
  if (typeof least === 'number' && length < least) {
    return { problem: `must have at least ${least} ${things}, got ${length}`, fix: 'Write more.' };
  }
  if (typeof most === 'number' && length > most) {
    return { problem: `must have at most ${most} ${things}, got ${length}`, fix: 'Write less.' };
  }
  return undefined;
}

/** A longer text, and a pattern that repeats a group, could take for ever: they pass. */
const longestText = 1000;
const repeated = /\)[*+{]/;

function patternProblem(value: string, pattern: unknown): ValueProblem | undefined {
  const expression = expressionOf(value, pattern);
  if (expression === undefined || expression.test(value)) return undefined;
  return {
    problem: `must match the pattern ${String(pattern)}`,
    fix: 'Write text that the pattern of the CustomResourceDefinition takes.',
  };
}

/** Tells whether a text can be held against a pattern here; where not, it passes. */
export function isSurePattern(value: string, pattern: unknown): boolean {
  return expressionOf(value, pattern) !== undefined;
}

function expressionOf(value: string, pattern: unknown): RegExp | undefined {
  if (typeof pattern !== 'string' || value.length > longestText || repeated.test(pattern)) {
    return undefined;
  }
  try {
    return new RegExp(pattern, 'u');
  } catch {
    // The API server's patterns have forms that JavaScript lacks.
    return undefined;
  }
}
