import { show } from '../../errors';
import { closest } from '../../manifest/closest';
import { appendField } from '../../manifest/field-path';
import { fieldsAt, itemsAt, textAt } from '../../manifest/fields';
import { at, isFields, type Fields } from '../../manifest/manifest';
import type { Check, CheckedObject, Report } from '../check';
import { objectIndex } from '../object-index';
import { isReported } from '../schema-faults';

/** A CustomResourceDefinition is named after what it defines, and has versions with schemas. */
export const validCustomResourceDefinition: Check = {
  id: 'valid-custom-resource-definition',
  summary:
    'A CustomResourceDefinition is named after its plural and its group, and stores one version; each has a schema.',
  why: 'The API server refuses one with another name, with no or several versions that are stored, or with a version without a schema.',
  fix: 'Write the plural, a dot and the group as name, such as widgets.example.com.',
  severity: 'error',
  example: {
    wrong: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widget.example.com
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object } }
`,
    right: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object } }
`,
  },
  *run(input) {
    const group = 'apiextensions.k8s.io';
    for (const object of objectIndex(input).ofKind(`${group}/CustomResourceDefinition`)) {
      if (object.manifest.apiVersion !== `${group}/v1`) continue;
      yield* nameProblems(object);
      for (const found of versionProblems(object)) {
        if (!isReported(input, object, found.field)) yield found;
      }
    }
  },
};

function* nameProblems(object: CheckedObject): Generator<Report> {
  const plural = textAt(object.manifest, 'spec', 'names', 'plural');
  const group = textAt(object.manifest, 'spec', 'group');
  const name = textAt(object.manifest, 'metadata', 'name');
  if (plural === undefined || group === undefined || name === undefined) return;
  const right = `${plural}.${group}`;
  if (name === right) return;
  const problem = `must be ${right}, the plural and the group, got ${show(name)}`;
  const from = ['metadata.name', 'spec.names.plural', 'spec.group'];
  yield { object, field: 'metadata.name', problem, fix: `Write ${right}.`, from };
}

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/** Deeper than any sound schema; what lies below is not looked at. */
const deepest = 100;

/** Each part of a structural schema has a type, unless it says that it takes more than one. */
function* schemaProblems(
  object: CheckedObject,
  schema: Fields,
  field: string,
  depth: number,
): Generator<Report> {
  const type = schema['type'];
  const takesMore =
    schema['x-kubernetes-int-or-string'] === true ||
    schema['x-kubernetes-preserve-unknown-fields'] === true;
  const place = `${field}.type`;
  if (type === undefined || type === null || type === '') {
    const fix = `Write one of ${types.join(', ')}.`;
    const from = ['int-or-string', 'preserve-unknown-fields'].map(
      (key) => `${field}.x-kubernetes-${key}`,
    );
    if (!takesMore) yield { object, field: place, problem: 'the type is missing', fix, from };
  } else if (typeof type === 'string' && !types.includes(type)) {
    const problem = `must be one of ${types.join(', ')}, got ${show(type)}`;
    const fix = `Write ${closest(type.toLowerCase(), types) ?? 'one of these'}.`;
    yield { object, field: place, problem, fix };
  } else if (type === 'array' && schema['items'] == null) {
    const fix = 'Write items with the type of the items.';
    yield {
      object,
      field: `${field}.items`,
      problem: 'the list does not say of what',
      fix,
      from: [],
    };
  }
  if (depth > deepest) return;
  const inner: [string, unknown][] = [
    ...Object.entries(fieldsAt(schema, 'properties')).map(([key, own]): [string, unknown] => [
      appendField(`${field}.properties`, key),
      own,
    ]),
    [`${field}.items`, schema['items']],
    [`${field}.additionalProperties`, schema['additionalProperties']],
  ];
  for (const [at, own] of inner) {
    if (isFields(own)) yield* schemaProblems(object, own, at, depth + 1);
  }
}

function* versionProblems(object: CheckedObject): Generator<Report> {
  const versions = itemsAt(object.manifest, 'spec', 'versions');
  for (const { item, index } of versions) {
    const root = at(item, 'schema', 'openAPIV3Schema');
    const field = `spec.versions[${index}].schema.openAPIV3Schema`;
    if (root === undefined || root === null) {
      // A version without "schema" is reported as incomplete.
      if (at(item, 'schema') == null) continue;
      const fix = 'Write openAPIV3Schema with type: object.';
      yield { object, field, problem: 'openAPIV3Schema is missing', fix };
    } else if (!isFields(root)) {
      // What is no mapping is reported by its type.
      continue;
    } else if (root['type'] !== 'object') {
      const problem = 'the schema must be of the type object';
      yield { object, field: `${field}.type`, problem, fix: 'Write type: object.' };
    } else {
      yield* schemaProblems(object, root, field, 0);
    }
  }
  if (versions.length === 0) return;
  const stored = versions.filter(({ item }) => item['storage'] === true).length;
  if (stored === 1) return;
  yield {
    object,
    field: 'spec.versions',
    problem: `exactly one version is stored, got ${stored} with storage: true`,
    fix: 'Write storage: true for one version, and storage: false for the others.',
    from: ['spec.versions[].storage'],
  };
}
