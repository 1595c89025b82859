import type { ClusterFieldType } from '../facts/kubekey/cluster-field';
import { appendField } from './field-path';
import { kubeKeySchema, type SchemaNode } from './kubekey-schema';
import { isFields, type Fields, type Manifest } from './manifest';

/** Something in a Cluster that KubeKey ignores, refuses or merges. */
export type ReadingNote = UnknownField | WrongType | RepeatedField;

/** A key that KubeKey doesn't know: it drops it without a word. */
export interface UnknownField {
  /** A key that KubeKey drops. */
  readonly note: 'unknown-field';
  /** The field, as it is written. */
  readonly field: string;
  /** The key alone. */
  readonly key: string;
  /** The field that it stands in, as it is written. */
  readonly parent: string;
  /** The path of that field in the table of fields. */
  readonly parentPath: string;
  /** Whether it has no value, as where an unquoted comma splits a value of `{a: b, c: d}`. */
  readonly empty: boolean;
}

/** A value of another type than KubeKey wants: it refuses the whole file. */
export interface WrongType {
  /** A value that KubeKey refuses. */
  readonly note: 'wrong-type';
  /** The field, as it is written. */
  readonly field: string;
  /** The field, as KubeKey names it. */
  readonly canonical: string;
  /** What KubeKey wants there. */
  readonly want: ClusterFieldType;
  /** What is there: never the value itself, which may be a secret. */
  readonly got: 'a number' | 'a boolean' | 'text' | 'a list' | 'a mapping';
  /** Whether it is text that would be right without its quotes. */
  readonly isQuoted: boolean;
}

/** A key that is there twice, in upper and lower case: KubeKey takes one of them. */
export interface RepeatedField {
  /** A key in two spellings. */
  readonly note: 'repeated-field';
  /** The field that loses, as it is written. */
  readonly field: string;
  /** The field that KubeKey takes, as it is written. */
  readonly taken: string;
}

/** A Cluster as KubeKey reads it. */
export interface KubeKeyReading {
  /** The known fields of the right type, with their keys as KubeKey spells them. */
  readonly fields: Fields;
  /** Everything that KubeKey ignores, refuses or merges, in the order of the file. */
  readonly notes: readonly ReadingNote[];
  /** The fields with a wrong type, as KubeKey names them. */
  readonly unreadable: ReadonlySet<string>;
  /** The field as it is written in the file, for one that is named as KubeKey names it. */
  readonly writtenField: (field: string) => string;
}

/** Reads a Cluster as KubeKey does: keys in any case, unknown ones dropped, types exact. */
export function readKubeKeyFields(manifest: Manifest): KubeKeyReading {
  const notes: ReadingNote[] = [];
  const written = new Map<string, string>();
  const unreadable = new Set<string>();

  const read = (node: SchemaNode, value: unknown, field: string, at: string): unknown => {
    if (value === null || value === undefined) return undefined;
    if (field !== at) written.set(field, at);
    switch (node.type) {
      case 'free':
        return value;
      case 'object':
        return isFields(value)
          ? readObject(node, value, field, at)
          : refuse(node.type, value, field, at);
      case 'objects':
        return readList(value, field, at, node.type, (item, ...place) =>
          isFields(item) ? readObject(node, item, ...place) : refuse('object', item, ...place),
        );
      case 'strings':
        return readList(value, field, at, node.type, (item, ...place) =>
          readScalar('string', item, ...place),
        );
      case 'stringMap':
        return readMap(value, field, at, node.type, (item, ...place) =>
          readScalar('string', item, ...place),
        );
      case 'booleanMap':
        return readMap(value, field, at, node.type, (item, ...place) =>
          readScalar('boolean', item, ...place),
        );
      case 'stringsMap':
        return readMap(value, field, at, node.type, (list, ...place) =>
          readList(list, ...place, 'strings', (item, ...inner) =>
            readScalar('string', item, ...inner),
          ),
        );
      case 'objectMap':
        return readMap(value, field, at, node.type, (item, ...place) =>
          isFields(item) ? readObject(node, item, ...place) : refuse('object', item, ...place),
        );
      case 'string':
      case 'integer':
      case 'boolean':
        return readScalar(node.type, value, field, at);
    }
  };

  const refuse = (want: ClusterFieldType, value: unknown, field: string, at: string): unknown => {
    const got = typeName(value);
    const isQuoted = typeof value === 'string' && unquoted[want]?.test(value) === true;
    notes.push({ note: 'wrong-type', field: at, canonical: field, want, got, isQuoted });
    unreadable.add(field);
    return undefined;
  };

  type Inner = (value: unknown, field: string, at: string) => unknown;

  const readScalar = (
    type: 'string' | 'integer' | 'boolean',
    value: unknown,
    field: string,
    at: string,
  ): unknown => {
    return fits(type, value) ? value : refuse(type, value, field, at);
  };

  const readList = (
    value: unknown,
    field: string,
    at: string,
    want: ClusterFieldType,
    inner: Inner,
  ): unknown => {
    if (!Array.isArray(value)) return refuse(want, value, field, at);
    // An item that is empty or unreadable keeps its place, so that positions stay those of the file.
    return value.map((item: unknown, index) =>
      item === null ? null : (inner(item, `${field}[${index}]`, `${at}[${index}]`) ?? null),
    );
  };

  const readMap = (
    value: unknown,
    field: string,
    at: string,
    want: ClusterFieldType,
    inner: Inner,
  ): unknown => {
    if (!isFields(value)) return refuse(want, value, field, at);
    const entries = Object.entries(value).map(([key, item]): [string, unknown] => [
      key,
      item === null ? null : inner(item, appendField(field, key), appendField(at, key)),
    ]);
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
  };

  const readObject = (node: SchemaNode, value: Fields, field: string, at: string): Fields => {
    const taken = takenKeys(node, value);
    const result: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      const child = node.children.get(key.toLowerCase());
      if (child === undefined) {
        const parent = { parent: at, parentPath: node.path, empty: item === null };
        notes.push({ note: 'unknown-field', field: appendField(at, key), key, ...parent });
      } else if (taken.get(child.key) !== key) {
        const other = appendField(at, taken.get(child.key) ?? child.key);
        notes.push({ note: 'repeated-field', field: appendField(at, key), taken: other });
      } else {
        const inner = read(child, item, appendField(field, child.key), appendField(at, key));
        if (inner !== undefined) result[child.key] = inner;
      }
    }
    return result;
  };

  const fields = readObject(kubeKeySchema, manifest, '', '');
  return {
    fields,
    notes,
    unreadable,
    writtenField: (field) => toWritten(written, field),
  };
}

/** Which of several spellings of one key is taken: KubeKey sorts them and keeps the last. */
function takenKeys(node: SchemaNode, value: Fields): Map<string, string> {
  const taken = new Map<string, string>();
  for (const key of Object.keys(value)) {
    const child = node.children.get(key.toLowerCase());
    if (child === undefined) continue;
    const before = taken.get(child.key);
    if (before === undefined || before < key) taken.set(child.key, key);
  }
  return taken;
}

function toWritten(written: ReadonlyMap<string, string>, field: string): string {
  for (let end = field.length; end > 0; end = lastStep(field, end)) {
    const found = written.get(field.slice(0, end));
    if (found !== undefined) return found + field.slice(end);
  }
  return field;
}

/** Where the last step of a field begins. */
function lastStep(field: string, end: number): number {
  return Math.max(field.lastIndexOf('.', end - 1), field.lastIndexOf('[', end - 1));
}

/** Text that YAML reads as another type where it has no quotes. */
const unquoted: Readonly<Partial<Record<ClusterFieldType, RegExp>>> = {
  integer: /^[-+]?\d+$/,
  boolean: /^(?:true|false|yes|no|on|off|y|n)$/i,
};

function fits(type: ClusterFieldType, value: unknown): boolean {
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function typeName(value: unknown): WrongType['got'] {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' || typeof value === 'bigint') return 'a number';
  if (typeof value === 'boolean') return 'a boolean';
  return typeof value === 'string' ? 'text' : 'a mapping';
}
