import { at, isFields, refOf, type Manifest, type ObjectRef } from '../../manifest/manifest';
import { pairObjects } from '../pair-objects';
import { isSecretPath, redact, redacted } from '../redact';
import { authored } from '../review';

/** An object as it was and as it will be, without secrets; one that only one side has stands alone. */
export interface Sides {
  /** The object before. */
  readonly before?: Manifest;
  /** The object after. */
  readonly after?: Manifest;
}

/** Finds both sides of an object by what a review calls it. */
export function sidesOf(
  before: readonly Manifest[],
  after: readonly Manifest[],
): (object: ObjectRef) => Sides {
  const { both, replaced, created, removed } = pairObjects(before, after);
  const known = new Map<string, Sides>();
  for (const manifest of removed) known.set(keyOf(refOf(manifest)), { before: manifest });
  for (const manifest of created) known.set(keyOf(refOf(manifest)), { after: manifest });
  for (const pair of [...replaced, ...both]) known.set(keyOf(refOf(pair.after)), pair);
  return (object) => withoutSecrets(known.get(keyOf(object)) ?? {});
}

/** What tells the objects of one review apart. */
export function keyOf({ apiVersion, kind, namespace = '', name }: ObjectRef): string {
  return [apiVersion, kind, namespace, name].join('|');
}

/** Both sides as their author wrote them, with a word in place of each secret. */
function withoutSecrets({ before, after }: Sides): Sides {
  const hidden = (manifest: Manifest): Manifest =>
    redact(manifest, [], authored(manifest)) as Manifest;
  return {
    ...(before === undefined ? {} : { before: hidden(before) }),
    ...(after === undefined
      ? {}
      : { after: before === undefined ? hidden(after) : marked(before, after, hidden(after)) }),
  };
}

/** The side after, with a mark on each secret that differs from the one before. */
function marked(before: Manifest, after: Manifest, hidden: Manifest): Manifest {
  const mark = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => mark(item, [...path, index]));
    if (isFields(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, mark(item, [...path, key])]),
      );
    }
    const isSecret = value === redacted && isSecretPath(after, path.map(String));
    const old = at(before, ...path);
    return isSecret && old !== undefined && old !== at(after, ...path)
      ? '<redacted, changed>'
      : value;
  };
  return mark(hidden, []) as Manifest;
}
