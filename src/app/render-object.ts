import { ApiObject, App, Lazy, resolve, type JsonPatch } from 'cdk8s';
import { GroundworkError, show } from '../errors';
import { isFields, isManifest, type Fields, type Manifest } from '../manifest/manifest';
import { withPatches } from './json-patch';
import { patchedJson } from './patched-json';

/** What cdk8s keeps of an ApiObject without showing it: its props, patches and metadata parts. */
interface ApiObjectParts {
  readonly props: Readonly<Record<string, unknown>>;
  readonly patches: readonly JsonPatch[];
}

interface MetadataParts {
  readonly _additionalAttributes: Readonly<Record<string, unknown>>;
  readonly name?: string;
  readonly namespace?: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly finalizers: readonly string[];
  readonly ownerReferences: readonly unknown[];
  readonly labels: Readonly<Record<string, string>>;
}

/** How many resolvers every cdk8s app has: Lazy, tokens, number-or-string unions. */
const builtInResolvers = 3;

/**
 * The final JSON of an API object, as `ApiObject.toJson()` gives it, but with the keys in the order
 * of their author: cdk8s sorts them, and so loses the order of labels and of a ConfigMap's data.
 *
 * A class with a `toJson()` of its own (cdk8s-plus, `cdk8s import`) is asked for its JSON instead.
 *
 * @throws GroundworkError where the object holds what no YAML can say
 */
export function renderObject(object: ApiObject): Manifest {
  const json = hasOwnToJson(object) ? patchedJson(object) : resolvedJson(object);
  return mustBeManifest(object, json);
}

/** @throws GroundworkError where the JSON of an object is no manifest */
export function mustBeManifest(object: ApiObject, json: unknown): Manifest {
  if (isManifest(json)) return json;
  throw new GroundworkError({
    path: object.node.path,
    problem: `an object needs "apiVersion" and "kind", got ${show(json)}`,
    fix: 'Give it both; look for a JSON patch or an override that takes one away.',
  });
}

function hasOwnToJson(object: ApiObject): boolean {
  return object.toJson !== ApiObject.prototype.toJson;
}

function resolvedJson(object: ApiObject): unknown {
  const { props, patches } = object as unknown as ApiObjectParts;
  const data: Record<string, unknown> = {
    apiVersion: props['apiVersion'],
    kind: props['kind'],
    metadata: metadataOf(object),
  };
  for (const key of Object.keys(props)) if (!(key in data)) setOwn(data, key, props[key]);
  const resolved: unknown =
    App.of(object).resolvers.length > builtInResolvers ? resolve([], data, object) : data;
  try {
    const json = plain(resolved);
    if (patches.length === 0) return json;
    // Patches change what they are applied to, which may be the author's own.
    return withPatches(object, structuredClone(json), patches);
  } catch (error) {
    // What holds itself has no end, and takes all of the stack.
    if (!(error instanceof NotPlain || error instanceof RangeError)) throw error;
    const [field, got] = notPlainField(resolved, '', []) ?? ['it', 'something else'];
    throw new GroundworkError({
      path: object.node.path,
      problem: `${field} must be plain data, got ${got}`,
      fix: 'Use text, numbers, booleans, lists and plain objects; a value for later is a cdk8s Lazy.',
    });
  }
}

/** The parts of metadata that cdk8s keeps apart, in the order that people write them. */
const metadataKeys = [
  'name',
  'namespace',
  'labels',
  'annotations',
  'finalizers',
  'ownerReferences',
] as const;

function metadataOf(object: ApiObject): Record<string, unknown> {
  const parts = object.metadata as unknown as MetadataParts;
  const metadata: Record<string, unknown> = {};
  for (const key of metadataKeys) {
    const value = parts[key];
    // cdk8s makes empty labels, annotations and lists by itself.
    const isEmpty = typeof value === 'object' && Object.keys(value).length === 0;
    if (value !== undefined && !isEmpty) metadata[key] = value;
  }
  // These hold what the constructor was given as well, before anything was added to it.
  const { _additionalAttributes: more } = parts;
  for (const key of Object.keys(more)) {
    if (key !== 'apiObject' && !metadataKeys.some((known) => known === key)) {
      setOwn(metadata, key, more[key]);
    }
  }
  return metadata;
}

/**
 * Resolves lazy values and leaves out what is undefined or null, in one pass.
 *
 * What needs no change comes back as it is, not as a copy: most of what authors write is plain, and
 * nothing after this changes a manifest. It carries no field paths either, which would cost more than
 * all the rest: the one of a value that can't be written is looked for afterwards.
 */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function') throw new NotPlain();
    return value;
  }
  if (Array.isArray(value)) return plainList(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return resolved(value);
  if (isToken(value)) return plain(value.resolve());
  return plainFields(value as Fields);
}

function plainList(list: readonly unknown[]): readonly unknown[] {
  let result: unknown[] | undefined;
  for (const [index, item] of list.entries()) {
    const child = plain(item);
    if (result === undefined && child !== item) result = list.slice(0, index);
    result?.push(child);
  }
  return result ?? list;
}

function plainFields(fields: Fields): Fields {
  let result: Record<string, unknown> | undefined;
  const keys = Object.keys(fields);
  for (const [index, key] of keys.entries()) {
    const item = fields[key];
    const child = plain(item);
    const isSaid = child !== undefined && child !== null;
    if (result === undefined && (!isSaid || child !== item)) {
      result = {};
      for (const before of keys.slice(0, index)) setOwn(result, before, fields[before]);
    }
    if (result !== undefined && isSaid) setOwn(result, key, child);
  }
  return result ?? fields;
}

/** What an object of a class stands for: a lazy value, a token, or a number-or-string. */
function resolved(value: object): unknown {
  if (value instanceof Lazy) return plain(value.produce());
  if (isToken(value)) return plain(value.resolve());
  // `cdk8s import` makes such classes: `IntOrString`, `Quantity`.
  const { value: inner } = value as { value?: unknown };
  if (typeof inner === 'string' || typeof inner === 'number') return inner;
  throw new NotPlain();
}

class NotPlain extends Error {}

/** Deeper than anything that people write; what comes after this is not looked at. */
const deepest = 1000;

/**
 * The first field that holds a function, an object of a class, or something that it is part of, and
 * what it holds.
 */
function notPlainField(
  value: unknown,
  field: string,
  around: readonly object[],
): readonly [string, string] | undefined {
  if (typeof value === 'function') return [field, 'a function'];
  if (typeof value !== 'object' || value === null) return undefined;
  if (around.includes(value)) return [field, 'an object that it is part of'];
  if (around.length > deepest) return [field, `more than ${deepest} levels of lists and mappings`];
  const here = [...around, value];
  if (value instanceof Lazy) return notPlainField(value.produce(), field, here);
  if (isToken(value)) return notPlainField(value.resolve(), field, here);
  const isList = Array.isArray(value);
  if (!isList && !isFields(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!isList && prototype !== Object.prototype && prototype !== null) {
    const { value: inner } = value as { value?: unknown };
    const isUnion = typeof inner === 'string' || typeof inner === 'number';
    return isUnion ? undefined : [field, `an object of class ${value.constructor.name}`];
  }
  for (const [key, item] of Object.entries(value)) {
    const below = isList ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`;
    const found = notPlainField(item, below, here);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Plain assignment would take the key `__proto__` for the object's prototype. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') target[key] = value;
  else
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

function isToken(value: object): value is { resolve(): unknown } {
  return typeof (value as { resolve?: unknown }).resolve === 'function';
}
