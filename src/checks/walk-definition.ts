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
const secretFields: ReadonlySet<string> = new Set([
  'value',
  'data',
  'stringData',
  'binaryData',
  'env',
]);

interface Walk {
  readonly version: string;
  readonly faults: SchemaFault[];
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
  const walk: Walk = { version, faults: [] };
  const root = { definition: struct, value: manifest, place: undefined, outer: undefined };
  walkStruct(walk, root, 0, manifest.kind === 'Secret');
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

function walkStruct(walk: Walk, here: StructPlace, depth: number, isSecret: boolean): void {
  const { value } = here;
  const { fields, required } = here.definition;
  for (const key of Object.keys(value)) {
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
      if (!isRight) {
        const isHidden = isSecret || secretFields.has(key);
        walkValue(walk, own, type, { place, outer: here, depth, isSecret: isHidden });
      }
      // A value of a wrong type has no form.
      const isOfType = walk.faults.length === before;
      if (isOfType && form !== undefined) addFormFaults(walk.faults, own, form, place);
    }
  }
  const { isRequirement, alternatives } = here.definition;
  if (isRequirement || alternatives !== undefined) {
    addStructFaults(walk.faults, value, here.definition, here.place);
  }
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

/** Where in an object a walk is. */
interface Spot {
  readonly place: Place;
  /** The struct around it. */
  readonly outer: StructPlace;
  readonly depth: number;
  /** Whether what stands here may be a secret. */
  readonly isSecret: boolean;
}

function walkValue(walk: Walk, value: unknown, type: TypeSchema, spot: Spot): void {
  if (spot.depth > deepest || type.is === 'any') return;
  if (type.is === 'list') {
    if (Array.isArray(value)) walkItems(walk, value, type.items, spot);
    else reportNoList(walk, value, type.items, spot);
  } else if (type.is === 'map' || type.is === 'object' || type.is === 'struct') {
    if (!isFields(value)) reportNoMapping(walk, value, type, spot);
    else if (type.is === 'map') walkEntries(walk, value, type.values, spot);
    else if (type.is === 'struct') {
      const struct = definition(walk.version, type.definition);
      if (struct === undefined) return;
      const { place, outer, depth, isSecret } = spot;
      walkStruct(walk, { definition: struct, value, place, outer }, depth + 1, isSecret);
    }
  } else {
    const fault = scalarProblem(type.is, value, spot.isSecret);
    if (fault !== undefined) {
      walk.faults.push({ kind: 'wrong-type', field: fieldOf(spot.place), ...fault });
    } else if (type.enum !== undefined && typeof value === 'string') {
      reportValue(walk, value, type.enum, spot.place);
    }
  }
}

function walkItems(walk: Walk, list: readonly unknown[], items: TypeSchema, spot: Spot): void {
  list.forEach((item, index) => {
    // An item that is null is one with nothing in it.
    const own = item ?? (items.is === 'struct' ? {} : undefined);
    if (own === undefined || isPlainlyRight(own, items)) return;
    walkValue(walk, own, items, below(spot, index, items));
  });
}

function walkEntries(walk: Walk, map: Fields, values: TypeSchema, spot: Spot): void {
  for (const key of Object.keys(map)) {
    const own = map[key];
    if (own === null || own === undefined || isPlainlyRight(own, values)) continue;
    const entry = below(spot, key, values);
    if (key === 'matchLabels' && isFields(own)) reportMatchLabels(walk, entry);
    else walkValue(walk, own, values, entry);
  }
}

/** A Service, and others of the first kinds, select by the labels themselves. */
function reportMatchLabels(walk: Walk, { place }: Spot): void {
  walk.faults.push({
    kind: 'wrong-type',
    field: fieldOf(place),
    problem: 'labels stand here without matchLabels around them, got a mapping',
    fix: 'Move the labels out of matchLabels, one level up.',
  });
}

/** One step further, to an item of a list or an entry of a mapping. */
function below(spot: Spot, step: FieldStep, type: TypeSchema): Spot {
  return {
    place: { above: spot.place, step },
    outer: spot.outer,
    depth: spot.depth + 1,
    isSecret: spot.isSecret || isFreeText(type),
  };
}

/** Text that may hold anything, such as an argument or the value of an annotation. */
function isFreeText(type: TypeSchema): boolean {
  return type.is === 'string' && type.enum === undefined;
}

function reportNoList(walk: Walk, value: unknown, items: TypeSchema, spot: Spot): void {
  const { place, isSecret } = spot;
  walk.faults.push({
    kind: 'wrong-type',
    field: fieldOf(place),
    problem: `must be a list, got ${describeValue(value, isSecret)}`,
    fix: listFix(value, structOf(walk.version, items)),
  });
}

function reportNoMapping(walk: Walk, value: unknown, type: TypeSchema, spot: Spot): void {
  const { place, isSecret } = spot;
  walk.faults.push({
    kind: 'wrong-type',
    field: fieldOf(place),
    problem: `must be a mapping, got ${describeValue(value, isSecret)}`,
    fix: mappingFix(value, structOf(walk.version, type), isSecret),
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
