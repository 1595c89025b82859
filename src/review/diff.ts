import { structFieldsOf } from '../facts/kubernetes/api-defaults';
import type { ListKeys, TypeSchema } from '../facts/kubernetes/property';
import { definition } from '../facts/kubernetes/schema';
import { isEqual } from '../manifest/equal';
import { isFields, type Fields } from '../manifest/manifest';
import { parseQuantity, quantityNotation } from '../manifest/quantity';
import { isSameWithRedacted } from '../manifest/same-with-redacted';
import { shownKey } from '../manifest/secrets';

/** One field that two objects differ in. */
export interface Difference {
  /** Steps to the field; an item of a list is `[key]`, as in `['spec', 'ports', '[80]', 'port']`. */
  readonly path: readonly string[];
  /** The value before, defaults counted. */
  readonly before: unknown;
  /** The value after, defaults counted. */
  readonly after: unknown;
  /** What is shown of both values. */
  readonly shown: { readonly before: unknown; readonly after: unknown };
  /**
   * What differs: the value; only the order of a list's items, which are then named by their keys; or
   * only the way that the same quantity is written.
   */
  readonly what: 'value' | 'order' | 'notation';
}

/** One side of a comparison: the value as it was written, and with the API's defaults. */
export interface Side {
  /** As written: a field that is not there is no change of its own. */
  readonly written: unknown;
  /** With defaults, and without what equals absence. */
  readonly full: unknown;
  /** The same without secrets. */
  readonly shown: unknown;
}

const nothing: Side = { written: undefined, full: undefined, shown: undefined };

/** Compares values of one place in two objects. It knows types, and no kind. */
class Comparison {
  readonly version: string;
  readonly found: Difference[] = [];

  constructor(version: string) {
    this.version = version;
  }

  add(path: readonly string[], a: Side, b: Side, what: Difference['what'] = 'value'): void {
    const shown = { before: a.shown, after: b.shown };
    this.found.push({ path, before: a.full, after: b.full, shown, what });
  }

  values(path: readonly string[], type: TypeSchema | undefined, a: Side, b: Side): void {
    if (isEqual(a.full, b.full) || isSameWithRedacted(a.full, b.full)) return;
    // A map that one side lacks is compared entry by entry, so that each entry is a change of its own.
    const canDescend = (value: unknown): boolean =>
      isFields(value) || (value === undefined && type?.is === 'map');
    if (canDescend(a.full) && canDescend(b.full)) this.fields(path, type, a, b);
    else if (Array.isArray(a.full) && Array.isArray(b.full)) {
      this.lists(path, type, a as ListSide, b as ListSide);
    } else this.scalars(path, type, a, b);
  }

  fields(path: readonly string[], type: TypeSchema | undefined, a: Side, b: Side): void {
    const struct = type?.is === 'struct' ? type.definition : undefined;
    const known = struct === undefined ? undefined : definition(this.version, struct)?.fields;
    const always = struct === undefined ? [] : structFieldsOf(struct);
    // A field that neither side writes only follows from others: it is no change of its own.
    const names = new Set([...written(a), ...written(b)]);
    for (const name of names) {
      const before = child(a, name);
      const after = child(b, name);
      if (before.full === undefined && after.full === undefined) continue;
      const inner = type?.is === 'map' ? type.values : known?.get(name)?.type;
      const isAlways = always.includes(name);
      this.values([...path, name], inner, orEmpty(before, isAlways), orEmpty(after, isAlways));
    }
  }

  scalars(path: readonly string[], type: TypeSchema | undefined, a: Side, b: Side): void {
    if (type?.is === 'quantity') {
      const before = parseQuantity(a.full);
      const after = parseQuantity(b.full);
      if (before !== undefined && before === after) {
        const isOneNotation = quantityNotation(a.full) === quantityNotation(b.full);
        if (!isOneNotation) this.add(path, a, b, 'notation');
        return;
      }
    }
    const isOneText = type?.is === 'intOrString' && String(a.full) === String(b.full);
    if (!isOneText) this.add(path, a, b);
  }

  lists(path: readonly string[], type: TypeSchema | undefined, a: ListSide, b: ListSide): void {
    const keys = type?.is === 'list' ? type.keys : undefined;
    const items = type?.is === 'list' ? type.items : undefined;
    if (keys?.type === 'set' || ![...a.full, ...b.full].every(isFields)) {
      const isOneSet = keys?.type === 'set' && isEqual(sorted(a.full), sorted(b.full));
      if (!isOneSet) this.add(path, a, b);
      return;
    }
    const fields = keyFields(keys);
    const left = keyed(a, fields);
    const right = keyed(b, fields);
    if (left === undefined || right === undefined) this.#byPosition(path, items, a, b);
    else this.#byKey(path, items, fields, left, right);
  }

  #byPosition(
    path: readonly string[],
    items: TypeSchema | undefined,
    a: ListSide,
    b: ListSide,
  ): void {
    for (let index = 0; index < Math.max(a.full.length, b.full.length); index += 1) {
      const step = [...path, `[${index}]`];
      if (index >= a.full.length) this.add(step, nothing, itemAt(b, index));
      else if (index >= b.full.length) this.add(step, itemAt(a, index), nothing);
      else this.values(step, items, itemAt(a, index), itemAt(b, index));
    }
  }

  #byKey(
    path: readonly string[],
    items: TypeSchema | undefined,
    fields: readonly string[],
    left: Keyed,
    right: Keyed,
  ): void {
    const gone: [string, KeyedItem][] = [];
    for (const [key, item] of left) {
      const other = right.get(key);
      if (other === undefined) gone.push([key, item]);
      else this.values([...path, `[${key}]`], items, item, other);
    }
    const added = new Map([...right].filter(([key]) => !left.has(key)));
    const addedAt = new Map([...added].map(([key, item]) => [item.index, key]));
    for (const [key, item] of gone) {
      const otherKey = addedAt.get(item.index);
      const other = otherKey === undefined ? undefined : added.get(otherKey);
      if (otherKey !== undefined && other !== undefined && isRekeyed(item, other, fields)) {
        added.delete(otherKey);
        this.values([...path, `[${item.index}]`], items, item, other);
      } else this.add([...path, `[${key}]`], item, nothing);
    }
    for (const [key, item] of added) this.add([...path, `[${key}]`], nothing, item);
    const before = [...left.keys()].filter((key) => right.has(key));
    const after = [...right.keys()].filter((key) => left.has(key));
    if (!isEqual(before, after)) this.add(path, keysAs(before), keysAs(after), 'order');
  }
}

interface ListSide extends Side {
  readonly full: readonly unknown[];
}
interface KeyedItem extends Side {
  readonly index: number;
}
type Keyed = ReadonlyMap<string, KeyedItem>;

function written({ written: value }: Side): readonly string[] {
  return isFields(value) ? Object.keys(value).filter((key) => value[key] !== undefined) : [];
}

function child({ written: value, full, shown }: Side, name: string): Side {
  const inner = own(full, name);
  // Two keys may look alike.
  const look = inner === undefined ? undefined : own(shown, shownKey(name));
  return { written: own(value, name), full: inner, shown: look };
}

function keysAs(keys: readonly string[]): Side {
  return { written: keys, full: keys, shown: keys.map(shownKey) };
}

function own(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A struct that is there even where nobody writes it is an empty mapping there. */
function orEmpty(side: Side, isAlways: boolean): Side {
  return isAlways && side.full === undefined ? { ...side, full: {}, shown: {} } : side;
}

function itemAt({ written: list, full, shown }: ListSide, index: number): Side {
  const itemOf = (items: unknown): unknown => (Array.isArray(items) ? items[index] : undefined);
  return { written: itemOf(list), full: full[index], shown: itemOf(shown) };
}

/** The fields that tell items apart; where the API has none, their `name`, as people do. */
function keyFields(keys: ListKeys | undefined): readonly string[] {
  if (keys !== undefined && keys.mapKeys.length > 0) return keys.mapKeys;
  return [keys?.patchMergeKey ?? 'name'];
}

/** The items of a list by their keys; undefined where they have none or share one. */
function keyed(side: ListSide, fields: readonly string[]): Keyed | undefined {
  const items = new Map<string, KeyedItem>();
  for (let index = 0; index < side.full.length; index += 1) {
    const item = itemAt(side, index);
    const key = keyOf(item.full, fields);
    if (key === undefined || items.has(key)) return undefined;
    items.set(key, { ...item, index });
  }
  return items;
}

function keyOf(item: unknown, fields: readonly string[]): string | undefined {
  // Claims in a StatefulSet are objects: their name is where an object has it.
  const named = own(item, 'metadata');
  const parts = fields.map(
    (field) => own(item, field) ?? (field === 'name' ? own(named, 'name') : undefined),
  );
  if (parts.every((part) => part === undefined)) return undefined;
  return parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('/');
}

/** Tells whether two items differ in nothing but their keys, as they were written or as they are stored. */
function isRekeyed(a: Side, b: Side, fields: readonly string[]): boolean {
  if (fields.length < 2) return false;
  const rest = (value: unknown): Fields =>
    Object.fromEntries(
      Object.entries(isFields(value) ? value : {}).filter(([field]) => !fields.includes(field)),
    );
  return isEqual(rest(a.written), rest(b.written)) || isEqual(rest(a.full), rest(b.full));
}

function sorted(list: readonly unknown[]): readonly string[] {
  return list.map((item) => JSON.stringify(item)).sort();
}

/**
 * The fields in which two values differ.
 *
 * Equal are: a field that repeats its default and none, the same number in an int-or-string, the same
 * amount as quantity, sets in any order, and `<redacted>` and anything. Items of lists are paired by
 * the keys that the API gives them, else by position.
 *
 * @param version Kubernetes version whose schemas are used
 * @param type type of both values; undefined where no schema knows them
 */
export function diff(
  version: string,
  type: TypeSchema | undefined,
  before: Side,
  after: Side,
): readonly Difference[] {
  const comparison = new Comparison(version);
  comparison.values([], type, before, after);
  return comparison.found;
}
