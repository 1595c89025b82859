/**
 * One Kubernetes object as plain data: what a YAML document holds.
 *
 * Only `apiVersion` and `kind` are sure to be there. The rest is whatever its author wrote: look whether
 * a field is there, and what it is, before reading below it.
 */
export interface Manifest {
  /** API group and version, such as `apps/v1`; the core group is `v1`. */
  readonly apiVersion: string;
  /** Kind of the object, such as `Deployment`. */
  readonly kind: string;
  /** Any other field of the object. */
  readonly [field: string]: unknown;
}

/** What identifies an object in a cluster, with the API version that it was written in. */
export interface ObjectRef {
  /** API group and version, such as `apps/v1`. */
  readonly apiVersion: string;
  /** Kind of the object, such as `Deployment`. */
  readonly kind: string;
  /** Namespace, where the object names one. */
  readonly namespace?: string;
  /** Name; empty where the manifest has none. */
  readonly name: string;
}

/** A plain object, such as a YAML mapping gives. */
export type Fields = Readonly<Record<string, unknown>>;

/** Tells whether a value is a plain mapping (not a list, not null). */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tells whether a value is a manifest: a mapping with a text `apiVersion` and a text `kind`. */
export function isManifest(value: unknown): value is Manifest {
  return (
    isFields(value) && typeof value['apiVersion'] === 'string' && typeof value['kind'] === 'string'
  );
}

/** The value at a path of keys and list positions, or undefined where the path leads nowhere. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return follow(value, path);
}

/** What `at` gives, for a path that is a list already. */
export function follow(value: unknown, path: readonly (string | number)[]): unknown {
  let here = value;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- Until the code is compiled, an iterator costs more than all else here.
  for (let index = 0; index < path.length; index += 1) {
    if (typeof here !== 'object' || here === null) return undefined;
    const step = path[index] ?? '';
    const next = (here as Record<string | number, unknown>)[step];
    // What objects inherit are functions, which no data holds, and their prototype.
    here = typeof next === 'function' || step === '__proto__' ? ownValue(here, step) : next;
  }
  return here;
}

function ownValue(value: object, key: string | number): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;
}

/** The API group of an API version; the core group is the empty string. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** What the manifest is: API version, kind, namespace and name. */
export function refOf(manifest: Manifest): ObjectRef {
  const { apiVersion, kind } = manifest;
  const metadata = at(manifest, 'metadata');
  const namespace = at(metadata, 'namespace');
  const ownName = at(metadata, 'name');
  const name = typeof ownName === 'string' ? ownName : '';
  return typeof namespace === 'string' && namespace !== ''
    ? { apiVersion, kind, namespace, name }
    : { apiVersion, kind, name };
}

/**
 * The identity of an object within one cluster: group, kind, namespace and name.
 *
 * The version is no part of it: `apps/v1` and `apps/v1beta1` are one Deployment. No namespace and
 * the namespace `default` are told apart, since which namespace applies is up to who applies it.
 */
export function identityOf(manifest: Manifest): string {
  const { apiVersion, kind, namespace = '', name } = refOf(manifest);
  return `${groupOf(apiVersion)}|${kind}|${namespace}|${name}`;
}

/** How messages name an object: `Service shop/web`, or `Service web` where it has no namespace. */
export function describe(ref: ObjectRef): string {
  const name = ref.name === '' ? '(no name)' : ref.name;
  return `${ref.kind} ${ref.namespace === undefined ? '' : `${ref.namespace}/`}${name}`;
}
