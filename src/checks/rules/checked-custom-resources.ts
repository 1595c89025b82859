import { isBuiltInGroup } from '../../facts/kubernetes/served';
import { groupOf, isFields, type Fields } from '../../manifest/manifest';
import type { Check, Report } from '../check';
import { customKinds, type CustomKind } from '../custom-kinds';

/** Tells what could not be checked: custom resources without their definition, and CEL rules. */
export const checkedCustomResources: Check = {
  id: 'checked-custom-resources',
  summary: 'The definition of each custom resource is among the objects, and can be evaluated.',
  why: 'Without the CustomResourceDefinition nothing is known of the fields of a custom resource, so they are passed over; rules in CEL are evaluated by the API server only.',
  fix: 'Give the file with its CustomResourceDefinition too, and it is checked as well.',
  severity: 'warning',
  *run(input) {
    const custom = customKinds(input);
    const seen = new Set<string>();
    for (const object of input.objects) {
      const { apiVersion, kind } = object.manifest;
      const group = groupOf(apiVersion);
      // KubeKey's own files have checks of their own.
      if (!group.includes('.') || isBuiltInGroup(group) || group === 'kubekey.kubesphere.io') {
        continue;
      }
      const key = `${apiVersion} ${kind}`;
      if (seen.has(key) || custom.has(key)) continue;
      // Once for each kind, at its first object.
      seen.add(key);
      yield {
        object,
        field: 'kind',
        problem: `${kind} (${apiVersion}) is a custom resource whose definition is not here: its fields are not checked`,
      };
    }
    yield* unevaluated(custom);
  },
};

function* unevaluated(custom: ReadonlyMap<string, CustomKind>): Generator<Report> {
  for (const [key, { definedBy, field, schema }] of custom) {
    if (!hasRules(schema, 0)) continue;
    yield {
      object: definedBy,
      field,
      problem: `the CEL rules (x-kubernetes-validations) of ${key} are not evaluated here`,
      fix: 'Rely on the API server for them: kubectl apply --dry-run=server evaluates them.',
    };
  }
}

/** Tells whether a schema has CEL rules, at any depth. */
function hasRules(schema: Fields, depth: number): boolean {
  if (depth > 100) return false;
  if (schema['x-kubernetes-validations'] !== undefined) return true;
  const { properties, items, additionalProperties } = schema;
  const below = [
    items,
    additionalProperties,
    ...(isFields(properties) ? Object.values(properties) : []),
  ];
  return below.some((one) => isFields(one) && hasRules(one, depth + 1));
}
