import { minorOf } from '../../facts/kubernetes/minor';
import { itemsAt, textAt } from '../../manifest/fields';
import { at, isFields } from '../../manifest/manifest';
import type { Attribution } from '../change';
import { isWithin, type FieldChange, type KindEffects } from '../kind-effects';

/** CustomResourceDefinitions: deleting one deletes all objects of its kind. */
export const customResourceDefinition: KindEffects = {
  kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
  rules: (change) => fixed(change) ?? storedVersion(change),
  changed(change, pair) {
    const { pattern, after } = change;
    if (pattern === 'spec.versions[*].storage') {
      const stored = itemsAt(pair.after, 'spec', 'versions').find(
        ({ item }) => item['storage'] === true,
      );
      return {
        effect: 'config-only',
        explanation: `Objects are stored as version ${textAt(stored?.item, 'name') ?? '(none)'} when they are written from now on; those that exist keep the form that they are stored in until then.`,
      };
    }
    if (pattern === 'spec.versions[*].served') {
      return after === false
        ? {
            effect: 'config-only',
            explanation: 'Clients that use this version are refused from now on; the objects stay.',
          }
        : { effect: 'config-only', explanation: 'Clients may use this version from now on.' };
    }
    if (isWithin(pattern, 'spec.versions[*].schema') || isWithin(pattern, 'spec.validation')) {
      return {
        effect: 'config-only',
        explanation: `Objects are checked by the new schema when they are written the next time; fields that it no longer knows are dropped then.${minorOf(pair.version) >= 30 ? ' What stays as it is stored is let pass.' : ''}`,
      };
    }
    if (isWithin(pattern, 'spec.conversion')) {
      return {
        effect: 'config-only',
        explanation: 'Objects are converted between versions in another way from now on.',
      };
    }
    if (pattern.startsWith('spec.')) {
      return {
        effect: 'config-only',
        explanation: 'The API serves the kind accordingly from now on; objects that exist stay.',
      };
    }
    return undefined;
  },
  recreating: () =>
    'Keep it as it was. Deleting the definition deletes all objects of its kind: where it must be, save them first (kubectl get -o yaml), and apply them again afterwards.',
  removed({ manifest }) {
    return {
      effect: 'data-risk',
      explanation: `Where it is deleted, all ${textAt(manifest, 'spec', 'names', 'kind') ?? ''} objects of all namespaces are deleted with it.`,
      advice: `Save them first: kubectl get ${textAt(manifest, 'spec', 'names', 'plural') ?? ''} -A -o yaml.`,
    };
  },
};

function fixed(change: FieldChange): Attribution | undefined {
  if (change.pattern !== 'spec.scope' && change.pattern !== 'spec.names.kind') return undefined;
  return {
    effect: 'rejected',
    explanation: `The API server refuses it: ${change.pattern} is fixed once the definition is established.`,
    advice: customResourceDefinition.recreating?.({} as never) ?? '',
  };
}

/** A version that objects may be stored in can't be dropped. */
function storedVersion(change: FieldChange): Attribution | undefined {
  const isGone = change.pattern === 'spec.versions[*]' && change.after === undefined;
  if (!isGone || !isFields(change.before)) return undefined;
  if (at(change.before, 'storage') !== true) {
    return {
      effect: 'config-only',
      explanation: `Clients that use version ${textAt(change.before, 'name') ?? ''} are refused from now on. The API server refuses the change itself while the version is in status.storedVersions.`,
    };
  }
  return {
    effect: 'rejected',
    explanation: `The API server refuses it: objects are stored as version ${textAt(change.before, 'name') ?? ''}, which stays in status.storedVersions.`,
    advice:
      'First make another version the stored one, rewrite all objects, take the old version out of status.storedVersions, then remove it.',
  };
}

/** The schema of a version of a definition, for the kind's own objects. */
export function schemaOfVersion(definition: unknown, version: string): unknown {
  const found = itemsAt(definition, 'spec', 'versions').find(
    ({ item }) => item['name'] === version,
  );
  return (
    at(found?.item, 'schema', 'openAPIV3Schema') ??
    at(definition, 'spec', 'validation', 'openAPIV3Schema')
  );
}
