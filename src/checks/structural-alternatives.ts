import { show } from '../errors';
import { isEqual } from '../manifest/equal';
import { isFields, type Fields } from '../manifest/manifest';
import { boundProblem, isSurePattern } from './structural-bounds';
import type { ValueProblem } from './scalar-problem';

/** Whether a value meets a schema; undefined where that can't be told. */
type Verdict = boolean | undefined;

/** Deeper than any sound schema; what lies below is not looked at. */
const deepest = 50;

/**
 * What is wrong with a value by the `allOf`, `anyOf`, `oneOf` and `not` of its schema; undefined where
 * nothing is, or where it can't be told.
 */
export function alternativesProblem(value: unknown, schema: Fields): ValueProblem | undefined {
  const { allOf, anyOf, oneOf, not } = schema;
  const verdicts = (list: readonly Fields[]): Verdict[] =>
    list.map((one) => meets(value, one, schema, 0));
  const all = schemasIn(allOf);
  const failed = all.find((one) => meets(value, one, schema, 0) === false);
  if (failed !== undefined) {
    const want = describe(failed);
    return { problem: `must ${want}`, fix: 'Write what its CustomResourceDefinition asks for.' };
  }
  const any = schemasIn(anyOf);
  if (any.length > 0 && verdicts(any).every((one) => one === false)) {
    const keys = any.map(onlyKey);
    return keys.includes(undefined)
      ? {
          problem: `must do one or more of: ${listOf(any)}`,
          fix: 'Write what one of them asks for.',
        }
      : { problem: `must have one or more of ${keys.join(', ')}`, fix: 'Add one of them.' };
  }
  const one = schemasIn(oneOf);
  const met = verdicts(one);
  if (one.length > 0 && !met.includes(undefined)) {
    const held = one.filter((_, index) => met[index]);
    if (held.length !== 1) return oneOfProblem(one, held);
  }
  if (isFields(not) && meets(value, not, schema, 0) === true) {
    return { problem: `must not ${describe(not)}`, fix: 'Take it out, or write another value.' };
  }
  return undefined;
}

function oneOfProblem(one: readonly Fields[], held: readonly Fields[]): ValueProblem {
  const fix = held.length === 0 ? 'Write what one of them asks for.' : 'Leave one of them.';
  // Where each wants a field of its own, the names of the fields say it all; a further one may allow none.
  const keys = one.map(onlyKey).filter((key) => key !== undefined);
  const others = one.filter((schema) => onlyKey(schema) === undefined);
  const mayHaveNone = others.length === 1 && others.every((schema) => isFields(schema['not']));
  if (keys.length > 0 && (others.length === 0 || (mayHaveNone && held.length > 1))) {
    const got = held.map((schema) => onlyKey(schema) ?? 'none').join(' and ') || 'none';
    return {
      problem: `must have ${mayHaveNone ? 'at most' : 'exactly'} one of ${keys.join(', ')}, got ${got}`,
      fix: held.length === 0 ? 'Add one of them.' : fix,
    };
  }
  const got = held.length === 0 ? 'none' : listOf(held);
  return { problem: `must do exactly one of: ${listOf(one)}; got ${got}`, fix };
}

/** The name of the one field that a schema wants, in quotes, where it wants no more. */
function onlyKey(schema: Fields): string | undefined {
  const { required } = schema;
  const isAlone = Object.keys(schema).every((key) => key === 'required' || key === 'description');
  if (!isAlone || !Array.isArray(required) || required.length !== 1) return undefined;
  return `"${String(required[0])}"`;
}

function meets(value: unknown, schema: Fields, around: Fields, depth: number): Verdict {
  if (depth > deepest || value === undefined || value === null) return undefined;
  const below = (one: Fields): Verdict => meets(value, one, around, depth + 1);
  const parts: Verdict[] = [typeVerdict(value, schema['type']), boundVerdict(value, schema)];
  if (Array.isArray(schema['enum'])) {
    parts.push(schema['enum'].some((one: unknown) => isEqual(one, value)));
  }
  // What is not known here may be true or false.
  if (Object.keys(schema).some((key) => !understood.has(key))) parts.push(undefined);
  parts.push(...schemasIn(schema['allOf']).map(below));
  const any = schemasIn(schema['anyOf']).map(below);
  if (any.length > 0) parts.push(either(any));
  const one = schemasIn(schema['oneOf']).map(below);
  if (one.length > 0) {
    parts.push(one.includes(undefined) ? undefined : one.filter(Boolean).length === 1);
  }
  if (isFields(schema['not'])) parts.push(opposite(below(schema['not'])));
  if (isFields(value)) parts.push(...fieldVerdicts(value, schema, around, depth));
  const { items } = schema;
  if (Array.isArray(value) && isFields(items)) {
    const inner = isFields(around['items']) ? around['items'] : {};
    parts.push(...value.map((item: unknown) => meets(item, items, inner, depth + 1)));
  }
  return both(parts);
}

function fieldVerdicts(value: Fields, schema: Fields, around: Fields, depth: number): Verdict[] {
  const own = isFields(around['properties']) ? around['properties'] : {};
  const inner = (key: string): Fields => {
    const found = Object.hasOwn(own, key) ? own[key] : undefined;
    return isFields(found) ? found : {};
  };
  // Only where null is allowed does the API server keep it; there it counts as written.
  const isKeptNull = (key: string): boolean =>
    value[key] === null && inner(key)['nullable'] === true;
  // The API server puts a default in before it looks at the alternatives.
  const at = (key: string): unknown =>
    (Object.hasOwn(value, key) ? value[key] : undefined) ??
    (isKeptNull(key) ? undefined : inner(key)['default']) ??
    undefined;
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
  const properties = isFields(schema['properties']) ? schema['properties'] : {};
  return [
    ...required.map((key) => typeof key === 'string' && (at(key) !== undefined || isKeptNull(key))),
    ...Object.keys(properties).map((key) => {
      const wanted = properties[key];
      // A field that isn't there meets what is said of it.
      if (isKeptNull(key)) return undefined;
      if (!isFields(wanted) || at(key) === undefined) return true;
      return meets(at(key), wanted, inner(key), depth + 1);
    }),
  ];
}

const understood: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'description',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'items',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'not',
  'oneOf',
  'pattern',
  'properties',
  'required',
  'title',
  'type',
]);

function typeVerdict(value: unknown, type: unknown): Verdict {
  switch (type) {
    case undefined:
      return true;
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isFields(value);
    default:
      return typeof value === type;
  }
}

function boundVerdict(value: unknown, schema: Fields): Verdict {
  if (boundProblem(value, schema) !== undefined) return false;
  const { pattern } = schema;
  return typeof value !== 'string' || pattern === undefined || isSurePattern(value, pattern)
    ? true
    : undefined;
}

function both(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function either(verdicts: readonly Verdict[]): Verdict {
  return opposite(both(verdicts.map(opposite)));
}

function opposite(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}

function schemasIn(list: unknown): readonly Fields[] {
  return Array.isArray(list) ? list.filter(isFields) : [];
}

function listOf(schemas: readonly Fields[]): string {
  return schemas.map((schema) => describe(schema)).join('; ');
}

/** What a schema asks for, as words that follow "must". */
function describe(schema: Fields, depth = 0): string {
  const { required, properties, not } = schema;
  const words: string[] = [];
  // A sentence that goes deeper would explain nothing.
  if (depth > 4) return 'meet the schema';
  const below = (one: Fields): string => describe(one, depth + 1);
  if (Array.isArray(required) && required.length > 0) {
    words.push(`have ${required.map((key) => `"${String(key)}"`).join(' and ')}`);
  }
  if (Array.isArray(schema['enum']))
    words.push(`be one of ${schema['enum'].map((value) => show(value)).join(', ')}`);
  if (typeof schema['pattern'] === 'string') words.push(`match ${schema['pattern']}`);
  if (typeof schema['type'] === 'string') words.push(`be of the type ${schema['type']}`);
  for (const [key, text] of bounds) {
    if (schema[key] !== undefined) words.push(`${text} ${show(schema[key])}`);
  }
  if (isFields(not)) {
    const keys = schemasIn(not['anyOf']).map(onlyKey);
    const hasKeysOnly = keys.length > 0 && !keys.includes(undefined);
    words.push(hasKeysOnly ? `have none of ${keys.join(', ')}` : `not ${below(not)}`);
  }
  for (const key of ['anyOf', 'oneOf', 'allOf']) {
    const list = schemasIn(schema[key]).map(below);
    if (list.length > 0) words.push(list.join(key === 'allOf' ? ' and ' : ' or '));
  }
  if (isFields(properties)) {
    for (const key of Object.keys(properties)) {
      const own = properties[key];
      if (isFields(own) && Object.keys(own).length > 0) words.push(`in "${key}" ${below(own)}`);
    }
  }
  return words.join(' and ') || 'meet the schema';
}

const bounds = [
  ['minimum', 'be at least'],
  ['maximum', 'be at most'],
  ['minLength', 'have a length of at least'],
  ['maxLength', 'have a length of at most'],
  ['minItems', 'have a number of items of at least'],
  ['maxItems', 'have a number of items of at most'],
  ['minProperties', 'have a number of entries of at least'],
  ['maxProperties', 'have a number of entries of at most'],
] as const;
