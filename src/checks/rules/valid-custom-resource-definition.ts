import { itemsAt, textAt } from '../../manifest/fields';
import { at } from '../../manifest/manifest';
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
  const problem = `must be ${right}, the plural and the group, got "${name}"`;
  const from = ['metadata.name', 'spec.names.plural', 'spec.group'];
  yield { object, field: 'metadata.name', problem, fix: `Write ${right}.`, from };
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
    } else if (at(root, 'type') !== 'object') {
      const problem = 'the schema must be of the type object';
      yield { object, field: `${field}.type`, problem, fix: 'Write type: object.' };
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
