import { show } from '../errors';
import { isEqual } from '../manifest/equal';
import { at, isFields, type Fields } from '../manifest/manifest';

/** What the schema of a custom kind says about the value at a path. */
export interface SchemaWord {
  /** The part of the schema for the value; undefined where the schema doesn't go there. */
  readonly schema?: Fields;
  /** Whether the schema knows no such field, so that the server drops or refuses it. */
  readonly isUnknown: boolean;
}

/** Follows a structural schema along the steps of a path. */
export function schemaAt(schema: unknown, path: readonly string[]): SchemaWord {
  let here = schema;
  for (const [depth, step] of path.entries()) {
    if (!isFields(here)) return { isUnknown: false };
    // Every object has these, whatever the schema says.
    if (depth === 0 && ['apiVersion', 'kind', 'metadata', 'status'].includes(step)) {
      return { isUnknown: false };
    }
    const next = step.startsWith('[')
      ? at(here, 'items')
      : (at(here, 'properties', step) ?? at(here, 'additionalProperties'));
    if (next === undefined) return { isUnknown: !step.startsWith('[') && isClosed(here) };
    here = next;
  }
  return isFields(here) ? { schema: here, isUnknown: false } : { isUnknown: false };
}

/** Tells whether an object of a schema keeps no other fields than those that it names. */
function isClosed(schema: Fields): boolean {
  return (
    isFields(schema['properties']) &&
    schema['additionalProperties'] === undefined &&
    schema['x-kubernetes-preserve-unknown-fields'] !== true &&
    schema['x-kubernetes-embedded-resource'] !== true
  );
}

/** What a schema wants in place of a value, in words; undefined where the value fits, as far as it is looked at. */
export function wanted(schema: Fields, value: unknown): string | undefined {
  const { type, nullable, properties, items } = schema;
  if (value === undefined || (value === null && nullable === true)) return undefined;
  if (schema['x-kubernetes-int-or-string'] === true) {
    return typeof value === 'string' || Number.isInteger(value) ? undefined : 'a number or a text';
  }
  if (typeof type === 'string' && !hasType(value, type)) return nouns.get(type) ?? type;
  const choices = schema['enum'];
  if (Array.isArray(choices) && !choices.some((choice) => isEqual(choice, value))) {
    return `one of ${choices.map((one) => show(one)).join(', ')}`;
  }
  const inner = isFields(value)
    ? Object.entries(value).map(([key, item]) => [at(properties, key), item] as const)
    : Array.isArray(value)
      ? value.map((item: unknown) => [items, item] as const)
      : [];
  for (const [part, item] of inner) {
    const found = isFields(part) ? wanted(part, item) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const nouns: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a mapping'],
]);

function hasType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  return type === 'object' ? isFields(value) : typeof value === type;
}
