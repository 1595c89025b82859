import { refOf, type Manifest, type ObjectRef } from '../../manifest/manifest';
import { redact } from '../../manifest/secrets';
import { markChanged, type Seen } from '../mark-changed';
import { pairObjects } from '../pair-objects';
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

/** Both sides as their author wrote them, without secrets. */
function withoutSecrets({ before, after }: Sides): Sides {
  const old = before === undefined ? nothing : seen(before);
  const now = after === undefined ? nothing : seen(after);
  return {
    ...(before === undefined ? {} : { before: old.shown as Manifest }),
    ...(after === undefined ? {} : { after: markChanged(old, now) as Manifest }),
  };
}

const nothing: Seen = { value: undefined, shown: undefined };

function seen(manifest: Manifest): Seen {
  const value = authored(manifest);
  return { value, shown: redact(value) };
}
