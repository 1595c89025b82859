import { closest } from '../manifest/closest';
import { appendField } from '../manifest/field-path';
import { fieldsAt, itemsAt, textAt } from '../manifest/fields';
import { isFields, refOf, type Fields } from '../manifest/manifest';
import { configKeyProblem } from '../manifest/names';
import type { CheckedObject, CheckInput, Premise, Report } from './check';
import { mayShareNamespace, namesOfKind, namespaceOf, objectIndex } from './object-index';

/** A place in an object that names another one. */
export interface Reference {
  /** Object that holds the reference. */
  readonly object: CheckedObject;
  /** Field that names the other object. */
  readonly field: string;
  /** Name of the other object. */
  readonly name: string;
  /** Namespace that it is looked for in, as it is written; empty where none is. */
  readonly namespace: string;
  /**
   * Key within the other object.
   *
   * @default - the object as a whole
   */
  readonly key?: string;
  /**
   * Field that names the key.
   *
   * @default - none
   */
  readonly keyField?: string;
  /**
   * Field that says that the other object may be absent.
   *
   * @default - none
   */
  readonly optionalField?: string;
}

/** Tells whether an object is declared to be in the cluster without being among the input's own. */
export function isExternal(
  { external = [] }: CheckInput,
  kind: string,
  namespace: string,
  name: string,
): boolean {
  return external.some(
    (one) =>
      one.kind === kind &&
      (one.name === '*' || one.name === name) &&
      mayShareNamespace(one.namespace ?? '', namespace),
  );
}

/**
 * Reports a reference to an object that is not among the input: a warning, since it may be in the
 * cluster already, or an error where everything is said to be here.
 *
 * @param kind group and kind of the other object, such as `/Secret`
 */
export function reportMissing(
  input: CheckInput,
  kind: string,
  { object, field, name, namespace }: Reference,
): Report {
  const word = kind.slice(kind.indexOf('/') + 1);
  const elsewhere = namespace === '' ? undefined : objectIndex(input).find(kind, '', name);
  const meant = elsewhere === undefined ? suggestion(input, kind, namespace, name) : undefined;
  const place = namespace === '' ? '' : ` in the namespace ${namespace}`;
  return {
    object,
    field,
    problem: `there is no ${word} "${name}" among the objects${place}${elsewhere === undefined ? '' : `, only in the namespace ${namespaceOf(elsewhere)}`}`,
    ...(meant === undefined
      ? otherFix(input, kind, name, namespace)
      : { fix: `Write ${meant} if you mean that ${word}, or name "${name}" as external.` }),
    severity: input.references === 'closed' ? 'error' : 'warning',
  };
}

/** Kinds that are taken for one another. */
const alike: readonly (readonly string[])[] = [
  ['/ConfigMap', '/Secret'],
  ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  ['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', 'apps/DaemonSet'],
];

/** What to do where an object of another kind has the name. */
function otherFix(
  input: CheckInput,
  kind: string,
  name: string,
  namespace: string,
): { fix?: string } {
  const other = alike
    .find((kinds) => kinds.includes(kind))
    ?.find((one) => one !== kind && objectIndex(input).find(one, namespace, name) !== undefined);
  if (other === undefined) return {};
  const word = other.slice(other.indexOf('/') + 1);
  return { fix: `Refer to the ${word} of this name if you mean that, or correct the name.` };
}

const suggested = new WeakMap<CheckInput, number>();

/** A name that was most likely meant. Where a hundred references miss, it is no longer about one typo. */
function suggestion(
  input: CheckInput,
  kind: string,
  namespace: string,
  name: string,
): string | undefined {
  const before = suggested.get(input) ?? 0;
  if (before >= 100) return undefined;
  suggested.set(input, before + 1);
  return closest(name, namesOfKind(objectIndex(input), kind, namespace));
}

/** What of a pod's fields name a ConfigMap or a Secret. */
export interface ConfigFields {
  /** Field of an `envFrom` item: `configMapRef` or `secretRef`. */
  readonly envFrom: string;
  /** Field of an env `valueFrom`: `configMapKeyRef` or `secretKeyRef`. */
  readonly keyRef: string;
  /** Field of a volume, and of a source of a projected volume: `configMap` or `secret`. */
  readonly volume: string;
  /** Field of a volume that holds the name: `name` or `secretName`. */
  readonly volumeName: string;
}

/** The places in pods that name a ConfigMap or a Secret, those that may be absent left out. */
export function configReferences(input: CheckInput, fields: ConfigFields): Reference[] {
  const index = objectIndex(input);
  const found: Reference[] = [];
  for (const { object, container, field } of index.containersWith('envFrom')) {
    for (const { item, index: position } of itemsAt(container, 'envFrom')) {
      const at = `${field}.envFrom[${position}].${fields.envFrom}`;
      addReference(found, object, fieldsAt(item, fields.envFrom), at, 'name');
    }
  }
  for (const { object, container, field } of index.containersWith('env')) {
    for (const { item, index: position } of itemsAt(container, 'env')) {
      const at = `${field}.env[${position}].valueFrom.${fields.keyRef}`;
      addReference(found, object, fieldsAt(item, 'valueFrom', fields.keyRef), at, 'name', 'key');
    }
  }
  for (const { object, pod } of index.podsWith('volumes')) {
    for (const { item, index: position } of itemsAt(pod.spec, 'volumes')) {
      const field = `${pod.specField}.volumes[${position}]`;
      const at = `${field}.${fields.volume}`;
      addReference(found, object, fieldsAt(item, fields.volume), at, fields.volumeName);
      for (const { item: source, index: part } of itemsAt(item, 'projected', 'sources')) {
        const of = `${field}.projected.sources[${part}].${fields.volume}`;
        addReference(found, object, fieldsAt(source, fields.volume), of, 'name');
      }
    }
  }
  return found;
}

function addReference(
  found: Reference[],
  object: CheckedObject,
  place: Fields,
  field: string,
  nameField: string,
  keyField?: string,
): void {
  const name = textAt(place, nameField);
  if (name === undefined || place['optional'] === true) return;
  const optionalField = `${field}.optional`;
  const base = { object, namespace: namespaceOf(object), name, optionalField };
  const key = keyField === undefined ? undefined : textAt(place, keyField);
  found.push({
    ...base,
    field: `${field}.${nameField}`,
    ...(key === undefined ? {} : { key, keyField: `${field}.${keyField ?? ''}` }),
  });
  for (const { item, index } of itemsAt(place, 'items')) {
    const itemKey = textAt(item, 'key');
    if (itemKey === undefined) continue;
    const at = `${field}.items[${index}].key`;
    found.push({ ...base, field: at, key: itemKey, keyField: at });
  }
}

/** Reports references to ConfigMaps or Secrets, and to their keys, that lead nowhere. */
export function* reportConfigReferences(
  input: CheckInput,
  kind: '/ConfigMap' | '/Secret',
  references: Iterable<Reference>,
  isProvided: (reference: Reference) => boolean,
): Generator<Report> {
  const index = objectIndex(input);
  const missing = new Map<CheckedObject, Set<string>>();
  for (const reference of references) {
    const { object, name, namespace, key, keyField } = reference;
    if (isExternal(input, kind.slice(1), namespace, name) || isProvided(reference)) continue;
    const target = index.find(kind, namespace, name);
    if (target === undefined) {
      // Once for each object and name: an object that takes ten keys of one lacks one thing.
      const names = missing.get(object) ?? new Set();
      if (!names.has(name)) yield reportMissing(input, kind, reference);
      missing.set(object, names.add(name));
    } else if (key !== undefined && keyField !== undefined) {
      if (keysOf(target).has(key)) continue;
      // Written twice is a finding of its own; which of the two stays is not known.
      const twins = index
        .ofKind(kind)
        .filter((one) => refOf(one.manifest).name === name && isBeside(one, target));
      const keys = new Set(twins.flatMap((one) => [...keysOf(one)]));
      if (keys.has(key)) continue;
      yield {
        object,
        field: keyField,
        problem: `${kind.slice(1)} "${name}" has no key "${key}"`,
        fix:
          keys.size > 0
            ? `Write one of its keys: ${[...keys].join(', ')}.`
            : `Add the key, or leave it to what fills the ${kind.slice(1)} in the cluster.`,
        // One without any data is often there to be filled by a controller, or by hand.
        severity: keys.size > 0 || input.references === 'closed' ? 'error' : 'warning',
        cause: [target, `key ${key}`],
        from: [
          ...(reference.optionalField === undefined ? [] : [reference.optionalField]),
          // A key that may not be one is most likely meant to be this one.
          ...[key, ...[...keys].filter((one) => configKeyProblem(one) !== undefined)].flatMap(
            (one) => partsOf(target).map((part): Premise => [target, appendField(part, one)]),
          ),
        ],
      };
    }
  }
}

function isBeside(one: CheckedObject, other: CheckedObject): boolean {
  return namespaceOf(one) === namespaceOf(other);
}

function keysOf({ manifest }: CheckedObject): Set<string> {
  return new Set(dataParts.flatMap((part) => Object.keys(fieldsAt(manifest, part))));
}

/** The parts that keys are written in, those that the object has first. */
function partsOf({ manifest }: CheckedObject): readonly string[] {
  const own = dataParts.filter((part) => isFields(manifest[part]));
  return [...own, ...dataParts.filter((part) => !own.includes(part))];
}

const dataParts = ['data', 'binaryData', 'stringData'] as const;

/** The namespace that a reference looks in where it may name one of its own. */
export function referencedNamespace(object: CheckedObject, named: unknown): string {
  return typeof named === 'string' && named !== '' ? named : namespaceOf(object);
}
