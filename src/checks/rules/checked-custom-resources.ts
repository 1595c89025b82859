import { groupOf, isFields, type Fields } from '../../manifest/manifest';
import type { Check, CheckedObject, Report } from '../check';
import { customKinds, type CustomKind } from '../custom-kinds';
import { objectIndex } from '../object-index';
import { isOfOtherGroup } from '../other-group';

/** Tells what could not be checked: custom resources without their definition, and CEL rules. */
export const checkedCustomResources: Check = {
  id: 'checked-custom-resources',
  summary: 'The definition of each custom resource is at hand, and can be evaluated.',
  why: 'Without the CustomResourceDefinition nothing is known of the fields of a custom resource, so they are passed over; rules in CEL are evaluated by the API server only.',
  fix: 'Give the file with its CustomResourceDefinition too, or name it under customResourceDefinitions in the configuration.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: example.com/v1
kind: Backup
metadata:
  name: nightly
spec:
  at: "03:00"
`,
    right: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: backups.example.com
spec:
  group: example.com
  names: { kind: Backup, plural: backups }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                at: { type: string }
---
apiVersion: example.com/v1
kind: Backup
metadata:
  name: nightly
spec:
  at: "03:00"
`,
  },
  *run(input) {
    const custom = customKinds(input);
    const defined = new Set(
      [...custom.keys()].map((key) => {
        const [apiVersion = '', kind = ''] = key.split(' ');
        return `${groupOf(apiVersion)} ${kind}`;
      }),
    );
    const first = new Map<string, CheckedObject>();
    for (const { apiVersion, group, kind, objects } of objectIndex(input).kinds) {
      // Once for each kind, at its first object.
      const [object] = objects;
      const key = `${apiVersion} ${kind}`;
      const isOther = custom.has(key) || isOfOtherGroup(object.manifest, input.kubernetesVersion);
      if (!isOther || ownFiles.has(group)) continue;
      first.set(key, object);
      // A version that the definition lacks is a finding of its own.
      if (defined.has(`${group} ${kind}`)) continue;
      yield {
        object,
        field: 'kind',
        problem: `${kind} (${apiVersion}) is a custom resource whose definition is not here: its fields are not checked`,
      };
    }
    yield* unevaluated(custom, first);
  },
};

/** Groups of files that never reach a cluster: KubeKey's have checks of their own, and kustomize reads its own. */
const ownFiles: ReadonlySet<string> = new Set(['kubekey.kubesphere.io', 'kustomize.config.k8s.io']);

/** Said of the definition; where that is not among the objects, of the first object of its kind. */
function* unevaluated(
  custom: ReadonlyMap<string, CustomKind>,
  first: ReadonlyMap<string, CheckedObject>,
): Generator<Report> {
  for (const [key, { definedBy, field, schema }] of custom) {
    const object = definedBy ?? first.get(key);
    if (object === undefined || !hasRules(schema, 0)) continue;
    yield {
      object,
      field: definedBy === undefined ? 'kind' : field,
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
