import { show } from '../errors';
import { closest } from '../manifest/closest';
import type { CheckedObject, CheckInput, Report } from './check';
import { isExternal } from './external-objects';
import { namesOfKind, namespaceOf, objectIndex } from './object-index';

/** A place in an object that names another one. */
export interface Reference {
  /** Object that holds the reference. */
  readonly object: CheckedObject;
  /** Field that names the other object. */
  readonly field: string;
  /** Name of the other object. */
  readonly name: string;
  /** Namespace that it is looked for in, as it is written; empty where none is. */
  readonly namespace: string;
  /**
   * Key within the other object.
   *
   * @default - the object as a whole
   */
  readonly key?: string;
  /**
   * Field that names the key.
   *
   * @default - none
   */
  readonly keyField?: string;
  /**
   * Field that says that the other object may be absent.
   *
   * @default - none
   */
  readonly optionalField?: string;
}

export { isExternal };

/**
 * Reports a reference to an object that is not among the input: a warning, since it may be in the
 * cluster already, or an error where everything is said to be here.
 *
 * @param kind group and kind of the other object, such as `/Secret`
 */
export function reportMissing(
  input: CheckInput,
  kind: string,
  { object, field, name, namespace }: Reference,
): Report {
  const word = kind.slice(kind.indexOf('/') + 1);
  const elsewhere = namespace === '' ? undefined : objectIndex(input).find(kind, '', name);
  const meant = elsewhere === undefined ? suggestion(input, kind, namespace, name) : undefined;
  const place = namespace === '' ? '' : ` in the namespace ${namespace}`;
  return {
    object,
    field,
    problem: `there is no ${word} ${show(name)} among the objects${place}${elsewhere === undefined ? '' : `, only in the namespace ${namespaceOf(elsewhere)}`}`,
    ...(meant === undefined
      ? otherFix(input, kind, name, namespace)
      : { fix: `Write ${meant} if you mean that ${word}, or name ${show(name)} as external.` }),
    severity: input.references === 'closed' ? 'error' : 'warning',
  };
}

/** Kinds that are taken for one another. */
const alike: readonly (readonly string[])[] = [
  ['/ConfigMap', '/Secret'],
  ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  ['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', 'apps/DaemonSet'],
];

/** What to do where an object of another kind has the name. */
function otherFix(
  input: CheckInput,
  kind: string,
  name: string,
  namespace: string,
): { fix?: string } {
  const other = alike
    .find((kinds) => kinds.includes(kind))
    ?.find((one) => one !== kind && objectIndex(input).find(one, namespace, name) !== undefined);
  if (other === undefined) return {};
  const word = other.slice(other.indexOf('/') + 1);
  return { fix: `Refer to the ${word} of this name if you mean that, or correct the name.` };
}

const suggested = new WeakMap<CheckInput, number>();

/** A name that was most likely meant. Where a hundred references miss, it is no longer about one typo. */
function suggestion(
  input: CheckInput,
  kind: string,
  namespace: string,
  name: string,
): string | undefined {
  const before = suggested.get(input) ?? 0;
  if (before >= 100) return undefined;
  suggested.set(input, before + 1);
  return closest(name, namesOfKind(objectIndex(input), kind, namespace));
}

/** The namespace that a reference looks in where it may name one of its own. */
export function referencedNamespace(object: CheckedObject, named: unknown): string {
  return typeof named === 'string' && named !== '' ? named : namespaceOf(object);
}
