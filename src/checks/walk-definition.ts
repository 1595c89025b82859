import type { EnumSchema, TypeSchema } from '../facts/kubernetes/property';
import { minorOf } from '../facts/kubernetes/minor';
import { definition, type Definition } from '../facts/kubernetes/schema';
import { show } from '../errors';
import { closest } from '../manifest/closest';
import type { FieldStep } from '../manifest/field-path';
import { isFields, type Fields, type Manifest } from '../manifest/manifest';
import { addFormFaults, addStructFaults } from './form-faults';
import { describeValue, scalarProblem } from './scalar-problem';
import { fieldOf, withoutFollowUps, type Place, type SchemaFault } from './schema-fault';
import { listFix, mappingFix } from './shape-fix';
import type { StructPlace } from './suggest-field';
import { unknownFieldFault } from './unknown-field-fault';

/** Deeper than any sound object; what lies below is not looked at. */
const deepest = 200;

/** What each unknown field means is no help in an object with more faults. */
const mostSuggestions = 200;

/** Fields whose values people put secrets into: no message shows them. */
const secretFields: ReadonlySet<FieldStep> = new Set([
  'value',
  'data',
  'stringData',
  'binaryData',
  'env',
]);

interface Walk {
  readonly version: string;
  readonly faults: SchemaFault[];
  /** Whether the object is a Secret, so that no message shows a value of it. */
  readonly isSecret: boolean;
  /** How many structs there are around the one that the walk is in. */
  depth: number;
}

/**
 * Walks an object once along its definition and gives everything that the definition does not allow.
 *
 * As the API server does, it takes `null` for a field that isn't there. `status` is not looked into:
 * nobody's YAML decides it.
 *
 * @param version Kubernetes version, such as `1.26`
 */
export function walkDefinition(
  version: string,
  manifest: Manifest,
  struct: Definition,
): SchemaFault[] {
  const walk: Walk = { version, faults: [], isSecret: manifest.kind === 'Secret', depth: 0 };
  walkStruct(walk, { definition: struct, value: manifest, place: undefined, outer: undefined });
  return withoutFollowUps(walk.faults);
}

/**
 * Walks the `metadata` of an object whose definition isn't known, such as a custom resource.
 *
 * @param metadata the definition of metadata
 */
export function walkMetadata(
  version: string,
  manifest: Manifest,
  metadata: Definition,
): SchemaFault[] {
  const type: TypeSchema = { is: 'struct', definition: metadata.name };
  const fields = new Map([['metadata', { type, required: false }]]);
  const struct = { name: '', fields, required: [], isRequirement: false };
  const own = 'metadata' in manifest ? { metadata: manifest['metadata'] } : {};
  return walkDefinition(version, { apiVersion: '', kind: '', ...own }, struct).filter(({ field }) =>
    field.startsWith('metadata'),
  );
}

function walkStruct(walk: Walk, here: StructPlace): void {
  if (walk.depth > deepest) return;
  walk.depth += 1;
  const { value } = here;
  const { fields, required } = here.definition;
  for (const key in value) {
    const field = fields.get(key);
    const own = value[key];
    if (field === undefined) {
      const isSuggesting = walk.faults.length < mostSuggestions;
      walk.faults.push(unknownFieldFault(walk.version, key, here, isSuggesting));
    } else if (own !== null && own !== undefined) {
      const { type, form } = field;
      const isRight = isPlainlyRight(own, type);
      if (isRight && form === undefined) continue;
      const place = { above: here.place, step: key };
      const before = walk.faults.length;
      if (!isRight) walkValue(walk, own, type, place, here);
      // A value of a wrong type has no form.
      const isOfType = walk.faults.length === before;
      if (isOfType && form !== undefined) addFormFaults(walk.faults, own, form, place);
    }
  }
  walk.depth -= 1;
  const { isRequirement, alternatives } = here.definition;
  if (isRequirement || alternatives !== undefined) {
    addStructFaults(walk.faults, value, here.definition, here.place);
  }
  if (required.length === 0) return;
  for (const key of required) {
    const own = value[key];
    const isEmpty = (own === '' || isEmptyList(own)) && isRefused(here.definition, key, own);
    if (own === undefined || own === null || isEmpty) {
      walk.faults.push({
        kind: 'missing-field',
        field: fieldOf(here.place, key),
        problem: isEmpty ? `"${key}" is empty` : `"${key}" is missing`,
        fix: `Add "${key}": Kubernetes refuses the object without it.`,
      });
    }
  }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Tells of an empty value of a required field that the server takes it for missing. */
function isRefused({ fields }: Definition, key: string, value: unknown): boolean {
  const is = fields.get(key)?.type.is;
  return value === '' ? is === 'string' : is === 'list' && !mayBeEmpty.has(key);
}

/** Tells of most values that they are right, before anything is made to say where they stand. */
function isPlainlyRight(value: unknown, type: TypeSchema): boolean {
  if (typeof value === 'string') {
    return type.is === 'string' ? type.enum === undefined : type.is === 'intOrString';
  }
  if (typeof value === 'number') {
    return (type.is === 'int32' || type.is === 'intOrString') && (value | 0) === value;
  }
  return typeof value === 'boolean' && type.is === 'boolean';
}

/** Required lists that the API server takes without an item; it refuses all others, and empty text. */
const mayBeEmpty: ReadonlySet<string> = new Set([
  'allowedRuntimeClassNames',
  'audiences',
  'drivers',
  'ephemeralContainers',
]);

/** Walks what stands at a place; `outer` is the struct around it. */
function walkValue(
  walk: Walk,
  value: unknown,
  type: TypeSchema,
  place: Place,
  outer: StructPlace,
): void {
  if (type.is === 'struct') {
    if (!isFields(value)) reportShape(walk, value, type, place, outer);
    else {
      const struct = definition(walk.version, type.definition);
      if (struct !== undefined) walkStruct(walk, { definition: struct, value, place, outer });
    }
  } else if (type.is === 'list') {
    if (Array.isArray(value)) walkItems(walk, value, type.items, place, outer);
    else reportShape(walk, value, type, place, outer);
  } else if (type.is === 'map' || type.is === 'object') {
    if (!isFields(value)) reportShape(walk, value, type, place, outer);
    else if (type.is === 'map') walkEntries(walk, value, type.values, place, outer);
  } else if (type.is === 'string' && type.enum !== undefined && typeof value === 'string') {
    reportValue(walk, value, type.enum, place);
  } else if (type.is !== 'any') {
    const fault = scalarProblem(type.is, value, isHidden(walk, place, type, outer));
    if (fault === undefined) return;
    walk.faults.push({ kind: 'wrong-type', field: fieldOf(place), ...fault });
  }
}

function walkItems(
  walk: Walk,
  list: readonly unknown[],
  items: TypeSchema,
  above: Place,
  outer: StructPlace,
): void {
  list.forEach((item, step) => {
    // An item that is null is one with nothing in it.
    const own = item ?? (items.is === 'struct' ? {} : undefined);
    if (own === undefined || isPlainlyRight(own, items)) return;
    walkValue(walk, own, items, { above, step }, outer);
  });
}

function walkEntries(
  walk: Walk,
  map: Fields,
  values: TypeSchema,
  above: Place,
  outer: StructPlace,
): void {
  for (const step in map) {
    const own = map[step];
    if (own === null || own === undefined || isPlainlyRight(own, values)) continue;
    const place = { above, step };
    if (step === 'matchLabels' && isFields(own)) reportMatchLabels(walk, place);
    else walkValue(walk, own, values, place, outer);
  }
}

/** A Service, and others of the first kinds, select by the labels themselves. */
function reportMatchLabels(walk: Walk, place: Place): void {
  walk.faults.push({
    kind: 'wrong-type',
    field: fieldOf(place),
    problem: 'labels stand here without matchLabels around them, got a mapping',
    fix: 'Move the labels out of matchLabels, one level up.',
  });
}

/** Tells whether a value may be a secret, by where it stands. */
function isHidden(walk: Walk, place: Place, type: TypeSchema, outer: StructPlace): boolean {
  if (walk.isSecret) return true;
  // Text in a list or a mapping may be anything, such as an argument or the value of an annotation.
  if (type.is === 'string' && type.enum === undefined && place.above !== outer.place) return true;
  for (let here: Place | undefined = place; here !== undefined; here = here.above) {
    if (secretFields.has(here.step)) return true;
  }
  return false;
}

/** A value that should be a list or a mapping of what `type` says. */
function reportShape(
  walk: Walk,
  value: unknown,
  type: TypeSchema,
  place: Place,
  outer: StructPlace,
): void {
  const isSecret = isHidden(walk, place, type, outer);
  const [shape, fix] =
    type.is === 'list'
      ? ['list', listFix(value, structOf(walk.version, type.items))]
      : ['mapping', mappingFix(value, structOf(walk.version, type), isSecret)];
  walk.faults.push({
    kind: 'wrong-type',
    field: fieldOf(place),
    problem: `must be a ${shape}, got ${describeValue(value, isSecret)}`,
    fix,
  });
}

function structOf(version: string, type: TypeSchema): Definition | undefined {
  return type.is === 'struct' ? definition(version, type.definition) : undefined;
}

function reportValue(walk: Walk, value: string, known: EnumSchema, place: Place): void {
  const found = known.values.find((one) => one.value === value);
  if (found === undefined) {
    // The empty text counts as not written.
    if (!known.closed || value === '') return;
    const names = known.values.map((one) => one.value).filter((one) => one !== '');
    const meant = closest(value, names);
    const choice = `one of ${names.join(', ')}`;
    walk.faults.push({
      kind: 'unknown-value',
      field: fieldOf(place),
      problem: `must be ${choice}, got ${describeValue(value, false)}`,
      fix: meant === undefined ? `Write ${choice}.` : `Write ${meant}.`,
    });
    return;
  }
  const { onByDefault } = found;
  if (onByDefault === undefined) return;
  if (onByDefault !== null && onByDefault <= minorOf(walk.version)) return;
  walk.faults.push({
    kind: 'unknown-value',
    severity: 'warning',
    field: fieldOf(place),
    problem: `Kubernetes ${walk.version} takes ${show(value)} only where a feature gate is switched on`,
    fix:
      onByDefault === null
        ? 'Switch the feature gate on in the cluster, or choose another value.'
        : `Switch the feature gate on in the cluster, or use Kubernetes 1.${onByDefault} or newer.`,
  });
}
