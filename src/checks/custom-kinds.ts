import { fieldsAt, itemsAt, textAt } from '../manifest/fields';
import { groupOf, type Fields, type Manifest } from '../manifest/manifest';
import type { CheckedObject, CheckInput } from './check';
import { objectIndex } from './object-index';

/** A kind that a CustomResourceDefinition brings, in one of its versions. */
export interface CustomKind {
  /** The CustomResourceDefinition, where it is among the objects. */
  readonly definedBy: CheckedObject | undefined;
  /** Field of the CustomResourceDefinition that holds the schema, as findings name it. */
  readonly field: string;
  /** The structural schema (`openAPIV3Schema`); empty where there is none. */
  readonly schema: Fields;
}

const known = new WeakMap<CheckInput, ReadonlyMap<string, CustomKind>>();

/**
 * The custom kinds that are defined and served, by apiVersion and kind: `example.com/v1 Widget`. A
 * definition among the objects is what the cluster will have, so it stands before one of the options.
 */
export function customKinds(input: CheckInput): ReadonlyMap<string, CustomKind> {
  let kinds = known.get(input);
  if (kinds === undefined) {
    const { customResourceDefinitions = [] } = input;
    const own = objectIndex(input).ofKind('apiextensions.k8s.io/CustomResourceDefinition');
    kinds = new Map([
      ...customResourceDefinitions.flatMap((manifest) => kindsOf(manifest, undefined)),
      ...own.flatMap((object) => kindsOf(object.manifest, object)),
    ]);
    known.set(input, kinds);
  }
  return kinds;
}

/** Tells whether an object defines a custom kind. */
export function isDefinition({ apiVersion, kind }: Manifest): boolean {
  return kind === 'CustomResourceDefinition' && groupOf(apiVersion) === 'apiextensions.k8s.io';
}

function kindsOf(manifest: Manifest, definedBy: CheckedObject | undefined): [string, CustomKind][] {
  if (!isDefinition(manifest)) return [];
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
    return [[`${group}/${name} ${kind}`, { definedBy, field, schema }]];
  });
}
