import { ApiObject, App, JsonPatch, Lazy, resolve } from 'cdk8s';
import { GroundworkError, show } from '../errors';
import { isManifest, type Manifest } from '../manifest/manifest';
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
  const { apiVersion, kind, metadata, ...rest } = props;
  const data = { apiVersion, kind, metadata: metadataOf(object), ...rest };
  const resolved: unknown =
    App.of(object).resolvers.length > builtInResolvers ? resolve([], data, object) : data;
  const json = plain(resolved, object, '') as Record<string, unknown>;
  return patches.length === 0 ? json : (JsonPatch.apply(json, ...patches) as unknown);
}

function metadataOf(object: ApiObject): Record<string, unknown> {
  const parts = object.metadata as unknown as MetadataParts;
  const { _additionalAttributes, name, namespace, labels, annotations } = parts;
  const { finalizers, ownerReferences } = parts;
  return {
    name,
    namespace,
    ...filled('labels', labels),
    ...filled('annotations', annotations),
    ...filled('finalizers', finalizers),
    ...filled('ownerReferences', ownerReferences),
    ...omitKnown(_additionalAttributes),
  };
}

/** cdk8s keeps what the constructor was given here as well, before anything was added to it. */
function omitKnown(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { name, namespace, labels, annotations, finalizers, ownerReferences, apiObject, ...rest } =
    attributes;
  return rest;
}

/** An entry of metadata, left out when it holds nothing: cdk8s makes empty ones by itself. */
function filled(key: string, value: object): Record<string, unknown> {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}

/** Resolves lazy values and leaves out what is undefined or null, in one pass. */
function plain(value: unknown, object: ApiObject, field: string): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function') throw notPlain(object, field, 'a function');
    return value;
  }
  if (value instanceof Lazy) return plain(value.produce(), object, field);
  if (isToken(value)) return plain(value.resolve(), object, field);
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => plain(item, object, `${field}[${index}]`));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return union(value, object, field);
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (item === undefined || item === null) continue;
    const child = plain(item, object, field === '' ? key : `${field}.${key}`);
    if (child !== undefined && child !== null) setOwn(result, key, child);
  }
  return result;
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

/** A number-or-string class as `cdk8s import` makes them (`IntOrString`, `Quantity`): its value. */
function union(value: object, object: ApiObject, field: string): unknown {
  const { value: inner } = value as { value?: unknown };
  if (typeof inner === 'string' || typeof inner === 'number') return inner;
  throw notPlain(object, field, `an object of class ${value.constructor.name}`);
}

function notPlain(object: ApiObject, field: string, got: string): GroundworkError {
  return new GroundworkError({
    path: object.node.path,
    problem: `${field} must be plain data, got ${got}`,
    fix: 'Use text, numbers, booleans, lists and plain objects; a value for later is a cdk8s Lazy.',
  });
}
