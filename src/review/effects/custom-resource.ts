import { groupOf } from '../../manifest/manifest';
import { at, isFields } from '../../manifest/manifest';
import type { Attribution } from '../change';
import type { FieldChange, KindEffects, Pair } from '../kind-effects';
import { schemaOfVersion } from './custom-resource-definition';

/** Custom resources: only their controller knows, but their definition may say what can't change. */
export const customResource: KindEffects = {
  kinds: [],
  rules(change, pair) {
    const definition = definitionFor(pair);
    if (definition === undefined) return undefined;
    const { apiVersion } = pair.after;
    const version = apiVersion.slice(groupOf(apiVersion).length + 1);
    return transitionRefusal(change, schemaOfVersion(definition, version), pair);
  },
  changed(_change, pair) {
    const { kind } = pair.after;
    return {
      effect: 'unknown',
      explanation:
        definitionFor(pair) === undefined
          ? `${kind} is a custom resource: what its controller does with the change is not known here.`
          : `${kind} is a custom resource: its definition allows the change; what its controller does with it is not known here.`,
      advice:
        'Look into the documentation of its controller, or try it with kubectl apply --dry-run=server.',
    };
  },
  created({ manifest }) {
    return {
      effect: 'created',
      explanation: `${manifest.kind} is a custom resource: what its controller makes of it is not known here. Its definition must be in the cluster.`,
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
