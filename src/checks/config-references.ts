import { show } from '../errors';
import { appendField } from '../manifest/field-path';
import { fieldsAt, itemsAt, textAt } from '../manifest/fields';
import { groupBy } from '../manifest/group-by';
import { choiceOf } from '../manifest/listed';
import { isFields, refOf, type Fields } from '../manifest/manifest';
import { configKeyProblem } from '../manifest/names';
import type { CheckedObject, CheckInput, Premise, Report } from './check';
import { namespaceOf, objectIndex } from './object-index';
import { isExternal, reportMissing, type Reference } from './references';

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
  const keys = new KeysOf(index.ofKind(kind));
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
      if (keys.own(target).has(key)) continue;
      // Written twice is a finding of its own; which of the two stays is not known.
      const all = keys.ofTwins(target);
      if (all.has(key)) continue;
      yield {
        object,
        field: keyField,
        problem: `${kind.slice(1)} ${show(name)} has no key ${show(key)}`,
        fix:
          all.size > 0
            ? `Write one of its keys: ${choiceOf(all, key)}.`
            : `Add the key, or leave it to what fills the ${kind.slice(1)} in the cluster.`,
        // One without any data is often there to be filled by a controller, or by hand.
        severity: all.size > 0 || input.references === 'closed' ? 'error' : 'warning',
        cause: [target, `key ${key}`],
        from: [
          ...(reference.optionalField === undefined ? [] : [reference.optionalField]),
          ...keyPlaces(target, [key, ...keys.wrongOf(target)]),
        ],
      };
    }
  }
}

/** Where an object would have some keys: in the parts that it has, and then in the others. */
function keyPlaces(object: CheckedObject, keys: readonly string[]): readonly Premise[] {
  const own = dataParts.filter((part) => isFields(object.manifest[part]));
  const parts = [...own, ...dataParts.filter((part) => !own.includes(part))];
  return keys.flatMap((key) => parts.map((part): Premise => [object, appendField(part, key)]));
}

/** The keys of ConfigMaps or Secrets, gathered once for each. */
class KeysOf {
  private readonly wrong = new Map<CheckedObject, readonly string[]>();
  private readonly byObject = new Map<CheckedObject, ReadonlySet<string>>();
  private readonly byName = new Map<string, ReadonlySet<string>>();
  private readonly objects: readonly CheckedObject[];
  private twins: ReadonlyMap<string, readonly CheckedObject[]> | undefined;

  constructor(objects: readonly CheckedObject[]) {
    this.objects = objects;
  }

  own(object: CheckedObject): ReadonlySet<string> {
    let keys = this.byObject.get(object);
    if (keys === undefined) this.byObject.set(object, (keys = new Set(keysIn(object))));
    return keys;
  }

  /** Keys of an object that may be none: one of them is most likely meant to be what is looked for. */
  wrongOf(object: CheckedObject): readonly string[] {
    let keys = this.wrong.get(object);
    if (keys === undefined) {
      const wrong = [...this.own(object)].filter((key) => configKeyProblem(key) !== undefined);
      // What is looked for is one of a few.
      this.wrong.set(object, (keys = wrong.slice(0, 8)));
    }
    return keys;
  }

  /** The keys of all objects of the same namespace and name. */
  ofTwins(object: CheckedObject): ReadonlySet<string> {
    this.twins ??= groupBy(this.objects, placeOf);
    const place = placeOf(object);
    let keys = this.byName.get(place);
    if (keys === undefined) {
      keys = new Set((this.twins.get(place) ?? []).flatMap(keysIn));
      this.byName.set(place, keys);
    }
    return keys;
  }
}

function placeOf({ manifest }: CheckedObject): string {
  return JSON.stringify(refOf(manifest));
}

function keysIn({ manifest }: CheckedObject): readonly string[] {
  return dataParts.flatMap((part) => Object.keys(fieldsAt(manifest, part)));
}

const dataParts = ['data', 'binaryData', 'stringData'] as const;
