import { groupBy } from '../manifest/group-by';
import type { CheckInput, ExternalObject } from './check';
import { mayShareNamespace } from './object-index';

const known = new WeakMap<
  readonly ExternalObject[],
  ReadonlyMap<string, readonly ExternalObject[]>
>();

/** Tells whether an object is declared to be in the cluster without being among the input's own. */
export function isExternal(
  { external }: CheckInput,
  kind: string,
  namespace: string,
  name: string,
): boolean {
  if (external === undefined || external.length === 0) return false;
  let byName = known.get(external);
  if (byName === undefined) {
    byName = groupBy(external, (one) => `${one.kind}/${one.name}`);
    known.set(external, byName);
  }
  return [name, '*'].some((own) =>
    byName.get(`${kind}/${own}`)?.some((one) => mayShareNamespace(one.namespace ?? '', namespace)),
  );
}
