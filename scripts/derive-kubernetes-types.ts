/**
 * Writes the TypeScript types of the newest Kubernetes API into `src/facts/kubernetes/api/`: one
 * file an API version, and `kinds.generated.ts` with every kind that can be written in a manifest and with
 * all of these files by name.
 *
 * Usage: tsx scripts/derive-kubernetes-types.ts <facts folder, such as ../shared>
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly 'x-kubernetes-group-version-kind'?: readonly unknown[];
}

interface Enum {
  readonly values: readonly string[];
  /** Whether the API server refuses anything else. */
  readonly closed: boolean;
}

interface Served {
  readonly definition: string;
  readonly removedIn: string | null;
}

const newest = 'v1.36';
const out = resolve(__dirname, '../src/facts/kubernetes/api');
const header = [
  `// Derived from the schema definitions of Kubernetes ${newest} and the table of its string values,`,
  '// by scripts/derive-kubernetes-types.ts. Do not edit.',
  '',
  '',
].join('\n');

/** What the schema gives no shape for, though the API has one. */
const shapes: Readonly<Record<string, string>> = {
  FieldsV1: '{ readonly [field: string]: unknown }',
  IntOrString: 'number | string',
  JSON: 'unknown',
  JSONSchemaPropsOrArray: 'JSONSchemaProps | JSONSchemaProps[]',
  JSONSchemaPropsOrBool: 'JSONSchemaProps | boolean',
  JSONSchemaPropsOrStringArray: 'JSONSchemaProps | string[]',
  MicroTime: 'string',
  Quantity: 'number | string',
  RawExtension: '{ readonly [field: string]: unknown }',
  Time: 'string',
};

function main(facts: string): void {
  const folder = join(facts, 'kubernetes');
  const definitions = definitionsOf(join(folder, `${newest}.definitions.json.gz`));
  const enums = readJson(join(folder, 'enums.json')) as Record<string, Record<string, Enum>>;
  const served = readJson(join(folder, 'served.json')) as Record<string, Served>;

  const kinds = Object.entries(served)
    .filter(([, { removedIn }]) => removedIn === null)
    .map(([key, { definition }]) => ({ key, definition }))
    .sort((a, b) => compare(a.key, b.key));
  const kindOf = new Map(kinds.map(({ key, definition }) => [definition, key]));

  const files = new Map<string, string[]>();
  for (const name of reachable(definitions, [...kindOf.keys()])) {
    const file = files.get(fileOf(name)) ?? [];
    files.set(fileOf(name), file);
    file.push(name);
  }

  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [file, names] of files) {
    const types = names
      .sort((a, b) => compare(typeOf(a), typeOf(b)))
      .map((name) => renderType(name, schemaOf(definitions, name), enums[name], kindOf.get(name)));
    const others = new Set(names.flatMap((name) => refs(name, schemaOf(definitions, name))));
    const imports = [...new Set([...others].map(fileOf))]
      .filter((other) => other !== file)
      .sort(compare)
      .map((other) => `import type * as ${aliasOf(other)} from './${other}.generated';\n`);
    write(file, [imports.join(''), types.join('\n')].filter((part) => part !== '').join('\n'));
  }

  const used = [
    ...new Set(['apimachinery', ...kinds.map(({ definition }) => fileOf(definition))]),
  ].sort(compare);
  write(
    'kinds',
    [
      ...used.map((file) => `import type * as ${aliasOf(file)} from './${file}.generated';`),
      '',
      'export type {',
      ...used.map((file) => `  ${aliasOf(file)},`),
      '};',
      '',
      '/** Each built-in kind that the newest Kubernetes serves, by API version and kind. */',
      'export interface Kinds {',
      ...kinds.map(
        ({ key, definition }) =>
          `  readonly '${key}': ${aliasOf(fileOf(definition))}.${typeOf(definition)};`,
      ),
      '}',
      '',
    ].join('\n'),
  );
}

function renderType(
  name: string,
  schema: Schema,
  enums: Record<string, Enum> | undefined,
  kind: string | undefined,
): string {
  const type = typeOf(name);
  const shape = shapes[type];
  if (shape !== undefined) return `export type ${type} = ${shape};\n`;
  const required = new Set(schema.required);
  const fields = propertiesOf(schema).map(([field, property]) => {
    const value = fixedValue(field, kind) ?? typeText(name, property, enums?.[field]);
    const key = /^[A-Za-z_$][\w$]*$/.test(field) ? field : `'${field}'`;
    return `  readonly ${key}${required.has(field) ? '' : '?'}: ${value};\n`;
  });
  if (fields.length === 0) return `export type ${type} = { readonly [field: string]: never };\n`;
  return `export interface ${type} {\n${fields.join('')}}\n`;
}

/** The `apiVersion` and `kind` of a kind's own type can be nothing else. */
function fixedValue(field: string, kind: string | undefined): string | undefined {
  const [apiVersion, name] = kind?.split(' ') ?? [];
  if (apiVersion === undefined || name === undefined) return undefined;
  if (field === 'apiVersion') return `'${apiVersion}'`;
  return field === 'kind' ? `'${name}'` : undefined;
}

function typeText(owner: string, schema: Schema, values?: Enum): string {
  if (schema.$ref !== undefined) {
    const name = nameOf(schema.$ref);
    const file = fileOf(name);
    return file === fileOf(owner) ? typeOf(name) : `${aliasOf(file)}.${typeOf(name)}`;
  }
  switch (schema.type) {
    case 'string':
      return values === undefined ? 'string' : unionText(values);
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array': {
      const item = typeText(owner, schema.items ?? {}, values);
      return item.includes('|') ? `(${item})[]` : `${item}[]`;
    }
    case 'object':
      return schema.additionalProperties === undefined
        ? '{ readonly [field: string]: unknown }'
        : `{ readonly [key: string]: ${typeText(owner, schema.additionalProperties)} }`;
    case undefined:
    default:
      throw new Error(`${owner}: a schema of an unknown shape, got ${JSON.stringify(schema)}`);
  }
}

/** A closed set takes its values only; an open one takes any text and offers the known ones. */
function unionText({ values, closed }: Enum): string {
  const texts = values.map((value) => `'${value}'`);
  return [...texts, ...(closed ? [] : ['(string & {})'])].join(' | ');
}

/** The fields of a definition; a kind's `status` is written by the cluster, never by an author. */
function propertiesOf(schema: Schema): [string, Schema][] {
  const isKind = schema['x-kubernetes-group-version-kind'] !== undefined;
  return Object.entries(schema.properties ?? {}).filter(
    ([field]) => !(isKind && field === 'status'),
  );
}

/** The definitions that a definition names. */
function refs(name: string, schema: Schema): string[] {
  if (shapes[typeOf(name)] !== undefined) return [];
  const inside = (part: Schema): string[] => [
    ...(part.$ref === undefined ? [] : [nameOf(part.$ref)]),
    ...(part.items === undefined ? [] : inside(part.items)),
    ...(part.additionalProperties === undefined ? [] : inside(part.additionalProperties)),
  ];
  return propertiesOf(schema).flatMap(([, property]) => inside(property));
}

function reachable(definitions: ReadonlyMap<string, Schema>, roots: readonly string[]): string[] {
  const found = new Set(roots);
  // A set takes additions while it is walked.
  for (const name of found) {
    for (const other of refs(name, schemaOf(definitions, name))) found.add(other);
  }
  return [...found];
}

function schemaOf(definitions: ReadonlyMap<string, Schema>, name: string): Schema {
  const schema = definitions.get(name);
  if (schema === undefined) throw new Error(`${name}: no such definition in ${newest}`);
  return schema;
}

function nameOf(ref: string): string {
  return ref.slice('#/definitions/'.length);
}

/** `io.k8s.api.core.v1.Pod` is `Pod`. */
function typeOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** `io.k8s.api.core.v1.Pod` is in `core-v1`; what all groups share is in `apimachinery`. */
function fileOf(name: string): string {
  if (name.startsWith('io.k8s.apimachinery.')) return 'apimachinery';
  return name.split('.').slice(-3, -1).join('-');
}

function aliasOf(file: string): string {
  return file.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function definitionsOf(path: string): Map<string, Schema> {
  const { definitions } = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as {
    definitions: Record<string, Schema>;
  };
  return new Map(Object.entries(definitions));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function write(file: string, text: string): void {
  writeFileSync(join(out, `${file}.generated.ts`), header + text);
}

const facts = process.argv[2];
if (facts === undefined)
  throw new Error('Say where the facts are: derive-kubernetes-types <folder>');
main(facts);
