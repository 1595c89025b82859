import { isEqual } from '../../manifest/equal';
import { itemsAt } from '../../manifest/fields';
import { at, groupOf, isFields, type Manifest } from '../../manifest/manifest';
import type { Attribution } from '../change';
import { schemaAt, wanted } from '../custom-schema';
import type { FieldChange, KindEffects, Pair } from '../kind-effects';
import { schemaOfVersion } from './custom-resource-definition';

/** Custom resources: only their controller knows, but their definition may say what can't change. */
export const customResource: KindEffects = {
  kinds: [],
  rules(change, pair) {
    const definition = definitionFor(pair);
    if (definition === undefined) return undefined;
    const schema = schemaOfVersion(definition, versionOf(pair.after));
    return (
      transitionRefusal(change, schema, pair) ??
      schemaRefusal(change, schema, pair) ??
      byDefault(change, schema)
    );
  },
  changed(change, pair) {
    const { kind } = pair.after;
    if (change.pattern === 'apiVersion') {
      const told = otherVersion(pair, definitionFor(pair));
      if (told !== undefined) return told;
    }
    return {
      effect: 'unknown',
      explanation:
        definitionFor(pair) === undefined
          ? `${kind} is a custom resource: what its controller does with the change is not known here.`
          : `${kind} is a custom resource: its definition, as far as it is read here, allows the change; what its controller does with it is not known here.`,
      advice:
        'Look into the documentation of its controller, or try it with kubectl apply --dry-run=server.',
    };
  },
  created({ manifest, around }) {
    const isDefined = around.definitionOf(manifest) !== undefined;
    return {
      effect: 'created',
      explanation: `${manifest.kind} is a custom resource: what its controller makes of it is not known here.${isDefined ? '' : ' Its definition must be in the cluster.'}`,
    };
  },
  removed({ manifest }) {
    return {
      effect: 'removed',
      explanation: `What its controller does when a ${manifest.kind} is deleted is not known here.`,
    };
  },
};

function definitionFor({ after, next, old }: Pair): unknown {
  return next.definitionOf(after) ?? old.definitionOf(after);
}

function versionOf({ apiVersion }: Manifest): string {
  return apiVersion.slice(groupOf(apiVersion).length + 1);
}

/** Another version of the same object, as its definition serves and converts it. */
function otherVersion({ after }: Pair, definition: unknown): Attribution | undefined {
  if (definition === undefined) return undefined;
  const served = itemsAt(definition, 'spec', 'versions').find(
    ({ item }) => item['name'] === versionOf(after),
  );
  if (served?.item['served'] !== true) {
    return {
      effect: 'rejected',
      explanation: `The API server refuses it: the definition of ${after.kind} does not serve ${after.apiVersion}.`,
      advice: 'Write it in a version that the definition serves.',
    };
  }
  return at(definition, 'spec', 'conversion', 'strategy') === 'Webhook'
    ? undefined
    : {
        effect: 'none',
        explanation: `The server stores one object whatever the version it is written in, and only its apiVersion differs.`,
      };
}

/** A value that the schema of the definition does not take. */
function schemaRefusal(
  change: FieldChange,
  schema: unknown,
  { before, after }: Pair,
): Attribution | undefined {
  if (before.apiVersion !== after.apiVersion) return undefined;
  const { schema: here, isUnknown } = schemaAt(schema, change.path);
  if (isUnknown) {
    return change.after === undefined
      ? {
          effect: 'none',
          explanation: `The definition of ${after.kind} does not have this field, so it was never stored.`,
        }
      : {
          effect: 'rejected',
          explanation: `The definition of ${after.kind} does not have this field: kubectl apply refuses it, and a server that is not asked to check drops it.`,
          advice: 'Correct its name or its place.',
        };
  }
  const want = here === undefined ? undefined : wanted(here, change.after);
  return want === undefined
    ? undefined
    : {
        effect: 'rejected',
        explanation: `The API server refuses it: the definition of ${after.kind} wants ${want}.`,
        advice: 'Write what the definition wants.',
      };
}

/** A field that is written although it only repeats the default of the definition, or no longer is. */
function byDefault({ path, before, after }: FieldChange, schema: unknown): Attribution | undefined {
  const usual = schemaAt(schema, path).schema?.['default'];
  const isSame =
    usual !== undefined && isEqual(before ?? usual, usual) && isEqual(after ?? usual, usual);
  return isSame
    ? { effect: 'none', explanation: 'It is what the definition sets where nothing is written.' }
    : undefined;
}

/** A transition rule of the definition that refuses the change: `self == oldSelf` and its like. */
function transitionRefusal(
  change: FieldChange,
  schema: unknown,
  { after }: Pair,
): Attribution | undefined {
  let here = schema;
  for (let depth = 0; depth <= change.path.length; depth += 1) {
    const rest = change.path.slice(depth);
    const rules = at(here, 'x-kubernetes-validations');
    for (const rule of Array.isArray(rules) ? (rules as readonly unknown[]) : []) {
      if (forbids(at(rule, 'rule'), rest)) {
        const message = at(rule, 'message');
        return {
          effect: 'rejected',
          explanation: `The API server refuses it: the definition of ${after.kind} says ${JSON.stringify(typeof message === 'string' ? message : at(rule, 'rule'))}.`,
          advice: `Delete the ${after.kind} and apply it again, after looking at what its controller deletes with it.`,
        };
      }
    }
    const step = rest[0];
    if (step === undefined) return undefined;
    here = step.startsWith('[')
      ? at(here, 'items')
      : (at(here, 'properties', step) ?? at(here, 'additionalProperties'));
    if (!isFields(here)) return undefined;
  }
  return undefined;
}

/** Tells whether a rule keeps the field at a path (seen from where the rule stands) from changing. */
function forbids(rule: unknown, rest: readonly string[]): boolean {
  if (typeof rule !== 'string') return false;
  const text = rule.replace(/\s+/g, '');
  if (/^(self==oldSelf|oldSelf==self)$/.test(text)) return true;
  const [, left, right] = /^self\.([\w.]+)==oldSelf\.([\w.]+)$/.exec(text) ?? [];
  if (left === undefined || left !== right) return false;
  const fixed = left.split('.');
  return fixed.every((step, index) => rest[index] === step);
}
