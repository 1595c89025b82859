import { immutabilityOf } from '../facts/kubernetes/immutable-fields';
import type { TypeSchema } from '../facts/kubernetes/property';
import { definition } from '../facts/kubernetes/schema';
import { servedKind } from '../facts/kubernetes/served';
import type { Manifest } from '../manifest/manifest';
import type { Attribution } from './change';
import type { Difference } from './diff';
import { isWithin, type FieldChange, type KindEffects, type Pair } from './kind-effects';
import { said } from './words';

/** What one difference does: exactly one effect. Undefined where it is no change for this kind. */
export function attribute(
  difference: Difference,
  effects: KindEffects,
  pair: Pair,
): Attribution | undefined {
  const change = { ...difference, pattern: patternOf(difference.path) };
  if (change.what === 'notation') {
    const counts = effects.comparesNotation === true && isWithin(change.pattern, 'spec.template');
    return counts ? effects.changed(change, pair) : undefined;
  }
  if (change.pattern === 'apiVersion')
    return apiVersion(change, pair) ?? effects.changed(change, pair);
  return (
    notServed(pair.after, pair.version) ??
    effects.rules?.(change, pair) ??
    unknownField(change, pair) ??
    fixedField(change, effects, pair) ??
    effects.changed(change, pair) ??
    metadata(change) ??
    (change.what === 'order'
      ? { effect: 'none', explanation: 'Only the order differs.' }
      : {
          effect: 'unknown',
          explanation: `What a change of this field of a ${pair.after.kind} does is not known here.`,
          advice: 'Try it with kubectl apply --dry-run=server.',
        })
  );
}

function patternOf(path: readonly string[]): string {
  let pattern = '';
  for (const step of path) {
    if (step.startsWith('[')) pattern += '[*]';
    else pattern += pattern === '' ? step : `.${step}`;
  }
  return pattern;
}

/** Another API version of the same stored object. */
function apiVersion({ before }: FieldChange, { after, version }: Pair): Attribution | undefined {
  const served = servedKind(version, after.apiVersion, after.kind);
  if (served === undefined) return undefined;
  if (!served.isServed) return notServed(after, version);
  return {
    effect: 'none',
    explanation: `The server stores one object whatever the version it is written in: ${said(before)} and ${after.apiVersion} are the same ${after.kind}.`,
  };
}

/** An object that the version doesn't serve can't be written at all; undefined where it does. */
export function notServed(manifest: Manifest, version: string): Attribution | undefined {
  const served = servedKind(version, manifest.apiVersion, manifest.kind);
  if (served === undefined || served.isServed) return undefined;
  const when =
    served.since === undefined ? '' : ` It is served from Kubernetes ${served.since} on.`;
  return {
    effect: 'rejected',
    explanation: `Kubernetes ${version} does not serve ${manifest.apiVersion} ${manifest.kind}.${served.removedIn === undefined ? when : ''}`,
    advice:
      served.replacedBy === undefined
        ? 'Remove the object, or choose another Kubernetes version.'
        : `Write it as ${served.replacedBy}.`,
  };
}

/** A field that the kind doesn't have in this version. */
function unknownField(change: FieldChange, pair: Pair): Attribution | undefined {
  const { after, version } = pair;
  const served = servedKind(version, after.apiVersion, after.kind);
  if (served?.definition === undefined) return undefined;
  let type: TypeSchema = { is: 'struct', definition: served.definition };
  for (const step of change.path) {
    let inner: TypeSchema | undefined;
    if (type.is === 'struct') inner = definition(version, type.definition)?.fields.get(step)?.type;
    else if (type.is === 'map') inner = type.values;
    else if (type.is === 'list' && step.startsWith('[')) inner = type.items;
    else return undefined;
    if (inner === undefined) {
      if (pair.before.apiVersion !== after.apiVersion) {
        return {
          effect: 'unknown',
          explanation: `${pair.before.apiVersion} has this field and ${after.apiVersion} has not: what takes its place is not known here.`,
          advice: 'See what is stored: kubectl get -o yaml in the new version.',
        };
      }
      return change.after === undefined
        ? {
            effect: 'none',
            explanation: `A ${after.kind} of Kubernetes ${version} does not have this field, so it was never stored.`,
          }
        : {
            effect: 'rejected',
            explanation: `A ${after.kind} of Kubernetes ${version} does not have this field: kubectl apply refuses it, and a server that is not asked to check drops it.`,
            advice: 'Correct its name or its place, or choose a Kubernetes version that has it.',
          };
    }
    type = inner;
  }
  return undefined;
}

/** What the table of the kind's immutable fields says, by version. */
function fixedField(
  change: FieldChange,
  effects: KindEffects,
  pair: Pair,
): Attribution | undefined {
  const { after, version } = pair;
  const table = immutabilityOf(version, after.apiVersion, after.kind);
  if (table === undefined) return undefined;
  const touches = (field: string): boolean =>
    isWithin(change.pattern, field) || isWithin(field, change.pattern);
  if (table.ignored.some(touches)) {
    return {
      effect: 'none',
      explanation: 'The API server puts the old value back without a word.',
    };
  }
  const named = table.immutable.find(
    (field) => touches(field) && table.mutableOnly?.includes(field) !== true,
  );
  const isOther =
    table.mutableOnly !== undefined &&
    isWithin(change.pattern, 'spec') &&
    !table.mutableOnly.some((field) => isWithin(change.pattern, field));
  if (named === undefined && !isOther) return undefined;
  const advice = effects.recreating?.(pair);
  return {
    effect: 'rejected',
    explanation: `The API server refuses it: ${named === undefined ? `${change.pattern.replaceAll('[*]', '')} of a ${after.kind}` : named.replaceAll('[*]', '')} can't change after the object is created.`,
    advice:
      advice ?? `Delete the ${after.kind} and apply it again, or apply it under another name.`,
  };
}

function metadata({ pattern }: FieldChange): Attribution | undefined {
  if (isWithin(pattern, 'metadata.finalizers')) {
    return {
      effect: 'config-only',
      explanation:
        'It counts when the object is deleted: a finalizer holds the deletion back until its controller is done.',
    };
  }
  if (isWithin(pattern, 'metadata.ownerReferences')) {
    return { effect: 'config-only', explanation: 'The object is deleted together with its owner.' };
  }
  return isWithin(pattern, 'metadata')
    ? {
        effect: 'metadata',
        explanation: 'Nothing restarts: it is for people and for tools that select by it.',
      }
    : undefined;
}
