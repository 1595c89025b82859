import { fieldsAt, itemsAt, textAt } from '../manifest/fields';
import { groupOf, type Fields } from '../manifest/manifest';
import type { CheckedObject, CheckInput } from './check';

/** A kind that a CustomResourceDefinition among the objects brings, in one of its versions. */
export interface CustomKind {
  /** The CustomResourceDefinition. */
  readonly definedBy: CheckedObject;
  /** Field of the CustomResourceDefinition that holds the schema, as findings name it. */
  readonly field: string;
  /** The structural schema (`openAPIV3Schema`); empty where there is none. */
  readonly schema: Fields;
}

const known = new WeakMap<CheckInput, ReadonlyMap<string, CustomKind>>();

/** The custom kinds that the objects define and serve, by apiVersion and kind: `example.com/v1 Widget`. */
export function customKinds(input: CheckInput): ReadonlyMap<string, CustomKind> {
  let kinds = known.get(input);
  if (kinds === undefined) {
    kinds = new Map(input.objects.flatMap(kindsOf));
    known.set(input, kinds);
  }
  return kinds;
}

function kindsOf(object: CheckedObject): [string, CustomKind][] {
  const { manifest } = object;
  if (manifest.kind !== 'CustomResourceDefinition') return [];
  if (groupOf(manifest.apiVersion) !== 'apiextensions.k8s.io') return [];
  const group = textAt(manifest, 'spec', 'group');
  const kind = textAt(manifest, 'spec', 'names', 'kind');
  if (group === undefined || kind === undefined) return [];
  const shared = fieldsAt(manifest, 'spec', 'validation', 'openAPIV3Schema');
  return itemsAt(manifest, 'spec', 'versions').flatMap(({ item, index }) => {
    const name = textAt(item, 'name');
    if (name === undefined || item['served'] === false) return [];
    const own = fieldsAt(item, 'schema', 'openAPIV3Schema');
    const schema = Object.keys(own).length > 0 ? own : shared;
    const field =
      schema === shared
        ? 'spec.validation.openAPIV3Schema'
        : `spec.versions[${index}].schema.openAPIV3Schema`;
    return [[`${group}/${name} ${kind}`, { definedBy: object, field, schema }]];
  });
}
