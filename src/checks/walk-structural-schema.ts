import { show } from '../errors';
import { closest } from '../manifest/closest';
import { likeliest, listed } from '../manifest/listed';
import { isFields, type Fields } from '../manifest/manifest';
import { describeValue, scalarProblem } from './scalar-problem';
import { fieldOf, withoutFollowUps, type Place, type SchemaFault } from './schema-fault';
import { alternativesProblem } from './structural-alternatives';
import { boundProblem } from './structural-bounds';

/** Deeper than any sound object; what lies below is not looked at. */
const deepest = 200;

/** What the API server itself lays down for each object, whatever its schema says. */
const ownFields: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * Walks a custom resource once along the structural schema of its CustomResourceDefinition and gives
 * everything that the schema does not allow, alternatives such as `oneOf` included. CEL rules are not
 * evaluated. As the API server does, it takes `null` for a field that isn't there.
 */
export function walkStructuralSchema(resource: Fields, schema: Fields): SchemaFault[] {
  const faults: SchemaFault[] = [];
  walkObject(faults, resource, schema, undefined, 0, true);
  if (faults.length === 0) addAlternatives(faults, resource, schema, undefined);
  return withoutFollowUps(faults);
}

function walk(
  faults: SchemaFault[],
  value: unknown,
  schema: Fields,
  place: Place,
  depth: number,
): void {
  if (depth > deepest || value === undefined || value === null) return;
  const wrong = typeFault(value, schema);
  if (wrong !== undefined) {
    faults.push({ kind: 'wrong-type', field: fieldOf(place), ...wrong });
    return;
  }
  const before = faults.length;
  const values: readonly unknown[] = Array.isArray(schema['enum']) ? schema['enum'] : [];
  if (values.length > 0 && typeof value !== 'object' && !values.includes(value)) {
    const names = values.filter((one) => typeof one === 'string');
    const meant = typeof value === 'string' ? closest(value, names) : undefined;
    faults.push({
      kind: 'unknown-value',
      field: fieldOf(place),
      problem: `must be one of ${listed(values, 30)}, got ${show(value)}`,
      fix: meant === undefined ? 'Write one of these values.' : `Write ${meant}.`,
    });
  }
  const bound = boundProblem(value, schema);
  if (bound !== undefined) faults.push({ kind: 'wrong-type', field: fieldOf(place), ...bound });
  if (Array.isArray(value)) {
    const items = schema['items'];
    if (isFields(items)) {
      value.forEach((item: unknown, index) => {
        walk(faults, item, items, { above: place, step: index }, depth + 1);
      });
    }
  } else if (isFields(value)) {
    const isEmbedded = schema['x-kubernetes-embedded-resource'] === true;
    if (isEmbedded) addUnnamedFaults(faults, value, place);
    walkObject(faults, value, schema, place, depth + 1, isEmbedded);
  }
  // What is wrong within is often why no alternative fits.
  if (faults.length === before) addAlternatives(faults, value, schema, place);
}

/** An object within an object says what it is. */
function addUnnamedFaults(faults: SchemaFault[], value: Fields, place: Place): void {
  for (const key of ['apiVersion', 'kind']) {
    if (value[key] != null && value[key] !== '') continue;
    faults.push({
      kind: 'missing-field',
      field: fieldOf(place, key),
      problem: `"${key}" is missing`,
      fix: `Add "${key}": a whole object is to stand here.`,
    });
  }
}

function addAlternatives(
  faults: SchemaFault[],
  value: unknown,
  schema: Fields,
  place: Place | undefined,
): void {
  // Its own check has held it against the type already.
  if (schema['x-kubernetes-int-or-string'] === true) return;
  const problem = alternativesProblem(value, schema);
  if (problem === undefined) return;
  faults.push({ kind: 'unknown-value', field: fieldOf(place), ...problem });
}

function walkObject(
  faults: SchemaFault[],
  value: Fields,
  schema: Fields,
  place: Place | undefined,
  depth: number,
  isResource: boolean,
): void {
  const properties = isFields(schema['properties']) ? schema['properties'] : {};
  const others = schema['additionalProperties'];
  const takesAll =
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    others === true ||
    // Without a schema there is nothing to go by.
    Object.keys(schema).length === 0;
  let names: readonly string[] | undefined;
  const empty: string[] = [];
  for (const key of Object.keys(value)) {
    const below = { above: place, step: key };
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (isResource && ownFields.has(key)) continue;
    if (isFields(own)) walk(faults, value[key], own, below, depth + 1);
    else if (isFields(others)) walk(faults, value[key], others, below, depth + 1);
    else if (!takesAll && own === undefined) {
      const before = empty.findLast((one) => isHome(one, key, properties));
      names ??= isResource ? [...keysOf(properties), ...ownFields] : keysOf(properties);
      faults.push(
        before === undefined ? unknownField(key, below, names) : hoistedField(key, below, before),
      );
    }
    if (value[key] === null) empty.push(key);
  }
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
  for (const key of required) {
    if (typeof key !== 'string' || (Object.hasOwn(value, key) && value[key] != null)) continue;
    // The API server puts a default in before it looks for what is required.
    const own = properties[key];
    if (isFields(own) && own['default'] !== undefined) continue;
    faults.push({
      kind: 'missing-field',
      field: fieldOf(place, key),
      problem: `"${key}" is missing`,
      fix: `Add "${key}": its CustomResourceDefinition requires it.`,
    });
  }
}

/** Tells of an empty field whether an unknown one after it belongs below, as wrong indentation makes it. */
function isHome(empty: string, key: string, properties: Fields): boolean {
  const schema = properties[empty];
  if (!isFields(schema)) return false;
  return (
    (schema['x-kubernetes-embedded-resource'] === true && ownFields.has(key)) ||
    isFields(schema['additionalProperties']) ||
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    (isFields(schema['properties']) && Object.hasOwn(schema['properties'], key))
  );
}

function hoistedField(key: string, place: Place, before: string): SchemaFault {
  return {
    kind: 'unknown-field',
    field: fieldOf(place),
    problem: `unknown field ${show(key)}`,
    fix: `Indent what belongs to "${before}" further: as it is, "${before}" is empty.`,
    meant: fieldOf(place.above, before, key),
    cause: `moved ${fieldOf(place.above)}`,
  };
}

const known = new WeakMap<Fields, readonly string[]>();

/** The keys of a part of a schema, the same list each time. */
function keysOf(properties: Fields): readonly string[] {
  let keys = known.get(properties);
  if (keys === undefined) known.set(properties, (keys = Object.keys(properties)));
  return keys;
}

function unknownField(key: string, place: Place, names: readonly string[]): SchemaFault {
  const meant = likeliest(names, key);
  return {
    kind: 'unknown-field',
    field: fieldOf(place),
    problem: `unknown field ${show(key)}`,
    fix:
      meant !== undefined
        ? `Write "${meant}" in its place.`
        : names.length > 0 && names.length <= 12
          ? `Remove it, or use one of the fields here: ${names.join(', ')}.`
          : 'Remove it, or add it to the CustomResourceDefinition.',
    ...(meant === undefined ? {} : { meant: fieldOf(place.above, meant) }),
    // Where the schema names no field, that is one fault.
    ...(names.length > 0 ? {} : { cause: `fields of ${fieldOf(place.above)}` }),
  };
}

function typeFault(value: unknown, schema: Fields): { problem: string; fix: string } | undefined {
  // Where free text belongs, the value may be a secret.
  const isSecret = schema['type'] === 'string' && schema['enum'] === undefined;
  if (schema['x-kubernetes-int-or-string'] === true) {
    // Unlike in Kubernetes' own kinds, the number may be one of 64 bits.
    return scalarProblem(typeof value === 'number' ? 'int64' : 'intOrString', value, isSecret);
  }
  switch (schema['type']) {
    case 'object':
      if (isFields(value)) return undefined;
      return {
        problem: `must be a mapping, got ${describeValue(value, isSecret)}`,
        fix: 'Write its fields below it, each as "key: value".',
      };
    case 'array':
      if (Array.isArray(value)) return undefined;
      return {
        problem: `must be a list, got ${describeValue(value, isSecret)}`,
        fix: "Write it as a list: each item on a line that begins with '- '.",
      };
    case 'string':
      return scalarProblem('string', value, isSecret);
    case 'boolean':
      return scalarProblem('boolean', value, isSecret);
    case 'number':
      return scalarProblem('number', value, isSecret);
    case 'integer':
      return scalarProblem(schema['format'] === 'int32' ? 'int32' : 'int64', value, isSecret);
    default:
      return undefined;
  }
}
