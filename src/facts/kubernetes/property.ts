import type { FieldForm } from './field-forms';

/** A value that is no struct, list or map. */
export type Scalar =
  | 'string'
  | 'boolean'
  | 'int32'
  | 'int64'
  | 'number'
  | 'byte'
  | 'time'
  | 'microTime'
  | 'quantity'
  | 'intOrString';

/** A named value of a text field. */
export interface EnumValue {
  /** The value as it is written. */
  readonly value: string;
  /**
   * First minor release whose server accepts the value without a feature gate being switched on;
   * `null` where none does by 1.36.
   *
   * @default - every release that knows the value
   */
  readonly onByDefault?: number | null;
}

/** The values that a text field takes. */
export interface EnumSchema {
  /** Values known at this version. */
  readonly values: readonly EnumValue[];
  /** True where the server refuses every other value. */
  readonly closed: boolean;
}

/** How the API tells the items of a list apart. */
export interface ListKeys {
  /** `atomic`: replaced as a whole; `set`: unique scalars; `map`: mappings with key fields. */
  readonly type: 'atomic' | 'set' | 'map';
  /** Fields that tell items apart under server-side apply; empty unless `map`. */
  readonly mapKeys: readonly string[];
  /**
   * Field that kubectl's client-side apply merges items by.
   *
   * @default - the only map key, or no merge
   */
  readonly patchMergeKey?: string;
}

/** What may stand at a place of an object. */
export type TypeSchema =
  | { readonly is: Scalar; readonly enum?: EnumSchema }
  | { readonly is: 'list'; readonly items: TypeSchema; readonly keys: ListKeys }
  | { readonly is: 'map'; readonly values: TypeSchema }
  /** A struct, by the name of its definition, such as `core.v1.PodSpec`. */
  | { readonly is: 'struct'; readonly definition: string }
  /** Any mapping; its fields are unknown. */
  | { readonly is: 'object' }
  | { readonly is: 'any' };

/** A field of a struct at one version. */
export interface FieldSchema {
  /** What may stand there. */
  readonly type: TypeSchema;
  /**
   * The form that the server's validation asks of the value; of each item, where it is a list.
   *
   * @default - any value of the type
   */
  readonly form?: FieldForm;
  /** True where the server refuses the object without it. */
  readonly required: boolean;
}

/**
 * Reads a property of the table for one minor release; undefined where that release lacks it.
 *
 * A property is written as its type, `!` where it is required, then its values, and the minor
 * releases in which it was so where not all: `string!=TCP|UDP 20-25; string 26-`.
 * `[name]core.v1.Volume` is a list with the key `name`, `[*]` a set, `[a,b;a]` a list with the map
 * keys `a` and `b` and the patch merge key `a`; `{}string` is a map. `=` begins a closed set of
 * values, `~` an open one. `Lt@35-^36` is a value known since 1.35 and accepted by default from 1.36.
 */
export function readProperty(text: string, minor: number): FieldSchema | undefined {
  for (const variant of text.split('; ')) {
    const [, written = variant, since = '', until = ''] = /^(.*) (\d*)-(\d*)$/.exec(variant) ?? [];
    if (isWithin(minor, since, until)) return readVariant(written, minor);
  }
  return undefined;
}

function isWithin(minor: number, since: string, until: string): boolean {
  return (since === '' || minor >= Number(since)) && (until === '' || minor <= Number(until));
}

function readVariant(text: string, minor: number): FieldSchema {
  const [, name = text, required, sign, values = ''] =
    /^([^!=~]*)(!?)(?:([=~])(.*))?$/.exec(text) ?? [];
  const enumSchema =
    sign === undefined ? undefined : { values: readValues(values, minor), closed: sign === '=' };
  return { type: readType(name, enumSchema), required: required === '!' };
}

function readValues(text: string, minor: number): readonly EnumValue[] {
  return text.split('|').flatMap((written) => {
    const [, value = '', since = '', until = '', gate] =
      /^([^@^]*)(?:@(\d*)-(\d*))?(?:\^(\d*))?$/.exec(written) ?? [];
    if (!isWithin(minor, since, until)) return [];
    if (gate === undefined) return [{ value }];
    return [{ value, onByDefault: gate === '' ? null : Number(gate) }];
  });
}

function readType(text: string, enumSchema: EnumSchema | undefined): TypeSchema {
  if (text.startsWith('{}')) return { is: 'map', values: readType(text.slice(2), enumSchema) };
  if (text.startsWith('[')) {
    const end = text.indexOf(']');
    const items = readType(text.slice(end + 1), enumSchema);
    return { is: 'list', items, keys: readKeys(text.slice(1, end)) };
  }
  if (text === 'any' || text === 'object') return { is: text };
  if (text.includes('.')) return { is: 'struct', definition: text };
  const is = text as Scalar;
  return enumSchema === undefined ? { is } : { is, enum: enumSchema };
}

function readKeys(text: string): ListKeys {
  const [keys = '', merge] = text.split(';');
  if (keys === '*') return { type: 'set', mapKeys: [] };
  const mapKeys = keys === '' ? [] : keys.split(',');
  const patchMergeKey = merge ?? (mapKeys.length === 1 ? mapKeys[0] : undefined);
  return {
    type: mapKeys.length === 0 ? 'atomic' : 'map',
    mapKeys,
    ...(patchMergeKey === undefined ? {} : { patchMergeKey }),
  };
}
