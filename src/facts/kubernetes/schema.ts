import { alternativesOf, formOf, type Alternatives } from './field-forms';
import { minorOf, newestMinor, oldestMinor } from './minor';
import { readProperty, type FieldSchema } from './property';
import { servedKind } from './served';

/** A struct of the API at one version. */
export interface Definition {
  /** Name, such as `core.v1.PodSpec`: the last three parts of the name in Kubernetes' OpenAPI. */
  readonly name: string;
  /** Its fields, by name. */
  readonly fields: ReadonlyMap<string, FieldSchema>;
  /** Names of the fields that the server refuses to miss. */
  readonly required: readonly string[];
  /** Whether it is a key, an operator and the values that it takes. */
  readonly isRequirement: boolean;
  /**
   * Fields that exclude each other.
   *
   * @default - they may stand beside each other
   */
  readonly alternatives?: Alternatives;
}

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

let table: Table | undefined;
const known = new Map<string, Map<string, Definition>>();

/** The whole table, read when it is first needed. */
function schemas(): Table {
  table ??= (require('./data/schemas.json') as { definitions: Table }).definitions;
  return table;
}

/**
 * A struct of the API by its name, such as `core.v1.PodSpec`, as a version has it; undefined where no
 * version has it.
 */
export function definition(version: string, name: string): Definition | undefined {
  const found = known.get(version)?.get(name);
  if (found !== undefined) return found;
  const minor = minorOf(version);
  if (!Object.hasOwn(schemas(), name)) return undefined;
  const fields = new Map<string, FieldSchema>();
  for (const [field, text] of Object.entries(schemas()[name] ?? {})) {
    const schema = readProperty(text, minor);
    const form = formOf(name, field);
    if (schema !== undefined) fields.set(field, form === undefined ? schema : { ...schema, form });
  }
  const required = [...fields].flatMap(([field, schema]) => (schema.required ? [field] : []));
  const alternatives = alternativesOf(name);
  const made = {
    name,
    fields,
    required,
    isRequirement: name.endsWith('SelectorRequirement'),
    ...(alternatives === undefined ? {} : { alternatives }),
  };
  const ofVersion = known.get(version) ?? new Map<string, Definition>();
  known.set(version, ofVersion.set(name, made));
  return made;
}

/** The struct of a built-in kind, where the version serves the kind; undefined elsewhere. */
export function schemaOf(
  version: string,
  apiVersion: string,
  kind: string,
): Definition | undefined {
  const served = servedKind(version, apiVersion, kind);
  return served?.isServed === true && served.definition !== undefined
    ? definition(version, served.definition)
    : undefined;
}

/**
 * The minor releases that have a field of a struct, such as `1.27`, in order; empty where none has.
 *
 * @param name name of the definition, such as `core.v1.Container`
 * @param field name of the field, such as `resizePolicy`
 */
export function versionsWithField(name: string, field: string): readonly string[] {
  const versions: string[] = [];
  for (let minor = oldestMinor; minor <= newestMinor; minor += 1) {
    const version = `1.${minor}`;
    if (definition(version, name)?.fields.has(field) === true) versions.push(version);
  }
  return versions;
}
