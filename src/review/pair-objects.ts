import { textAt } from '../manifest/fields';
import { isFields, refOf, groupOf, type Manifest } from '../manifest/manifest';

/** The objects of two sides, brought together. */
export interface Pairing {
  /** Objects that both sides have, in the order of the second side. */
  readonly both: readonly { readonly before: Manifest; readonly after: Manifest }[];
  /** Objects that another one takes the place of, since its name, namespace, kind or group changed. */
  readonly replaced: readonly { readonly before: Manifest; readonly after: Manifest }[];
  /** Objects that only the second side has. */
  readonly created: readonly Manifest[];
  /** Objects that only the first side has. */
  readonly removed: readonly Manifest[];
}

/** API groups under which the server stores one and the same object. */
const storedGroups: Readonly<Record<string, string>> = {
  'extensions/Deployment': 'apps',
  'extensions/DaemonSet': 'apps',
  'extensions/ReplicaSet': 'apps',
  'extensions/Ingress': 'networking.k8s.io',
  'extensions/NetworkPolicy': 'networking.k8s.io',
  'extensions/PodSecurityPolicy': 'policy',
  '/Event': 'events.k8s.io',
};

/** Brings the objects of two sides together by group, kind, namespace and name. */
export function pairObjects(before: readonly Manifest[], after: readonly Manifest[]): Pairing {
  const old = keyed(before);
  const both: { before: Manifest; after: Manifest }[] = [];
  const created: Manifest[] = [];
  for (const [key, manifest] of keyed(after)) {
    const was = old.get(key);
    if (was === undefined) created.push(manifest);
    else both.push({ before: was, after: manifest });
    old.delete(key);
  }
  return { both, ...replacements([...old.values()], created) };
}

/** The objects by what tells them apart; of several without a name each is one, by its position. */
function keyed(manifests: readonly Manifest[]): Map<string, Manifest> {
  const found = new Map<string, Manifest>();
  const nameless = new Map<string, number>();
  for (const manifest of manifests) {
    let key = storedIdentity(manifest);
    if (refOf(manifest).name === '') {
      key += textAt(manifest, 'metadata', 'generateName') ?? '';
      const number = nameless.get(key) ?? 0;
      nameless.set(key, number + 1);
      key += `#${number}`;
    }
    found.set(key, manifest);
  }
  return found;
}

/** What tells an object apart in a cluster, whatever the API version that it is written in. */
export function storedIdentity(manifest: Manifest): string {
  const { kind, namespace = '', name } = refOf(manifest);
  return [storedGroupOf(manifest), kind, namespace, name].join('|');
}

function storedGroupOf(manifest: Manifest): string {
  const group = groupOf(manifest.apiVersion);
  return storedGroups[`${group}/${manifest.kind}`] ?? group;
}

/** Kinds that take one another's place: what runs the same pods. */
const runners = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
]);

/**
 * Finds what was renamed, moved or made another kind of: by the same name elsewhere, by the same content
 * under another name, or as the only object of its kind that is left over on both sides and looks alike.
 */
function replacements(
  gone: readonly Manifest[],
  come: readonly Manifest[],
): Pick<Pairing, 'replaced' | 'created' | 'removed'> {
  const replaced: { before: Manifest; after: Manifest }[] = [];
  let removed = gone;
  let created = come;
  const match = (
    keyFor: (manifest: Manifest) => string | undefined,
    accept?: typeof isAlike,
  ): void => {
    const left = byUniqueKey(removed, keyFor);
    const right = byUniqueKey(created, keyFor);
    const taken = new Set<Manifest>();
    for (const [key, after] of right) {
      const before = left.get(key);
      if (before === undefined || accept?.(before, after) === false) continue;
      replaced.push({ before, after });
      taken.add(before).add(after);
    }
    removed = removed.filter((manifest) => !taken.has(manifest));
    created = created.filter((manifest) => !taken.has(manifest));
  };
  const nameOf = (manifest: Manifest): string => refOf(manifest).name;
  const namespaceOf = (manifest: Manifest): string => refOf(manifest).namespace ?? '';
  match((manifest) => [storedGroupOf(manifest), manifest.kind, nameOf(manifest)].join('|'));
  match((manifest) => [manifest.kind, namespaceOf(manifest), nameOf(manifest)].join('|'));
  match((manifest) =>
    runners.has(manifest.kind) ? [namespaceOf(manifest), nameOf(manifest)].join('|') : undefined,
  );
  match((manifest) =>
    [storedGroupOf(manifest), manifest.kind, namespaceOf(manifest), content(manifest)].join('|'),
  );
  match(
    (manifest) => [storedGroupOf(manifest), manifest.kind, namespaceOf(manifest)].join('|'),
    isAlike,
  );
  return { replaced, removed, created };
}

function byUniqueKey(
  manifests: readonly Manifest[],
  keyFor: (manifest: Manifest) => string | undefined,
): ReadonlyMap<string, Manifest> {
  const found = new Map<string, Manifest>();
  const twice = new Set<string>();
  for (const manifest of manifests) {
    const key = keyFor(manifest);
    if (key === undefined) continue;
    if (found.has(key)) twice.add(key);
    found.set(key, manifest);
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** What an object says besides its name; its name in other places counts as the same. */
function content(manifest: Manifest): string {
  return leaves(manifest).join('\n');
}

function leaves(manifest: Manifest): readonly string[] {
  const { name } = refOf(manifest);
  const found: string[] = [];
  const visit = (path: string, value: unknown): void => {
    if (Array.isArray(value))
      value.forEach((item, index) => {
        visit(`${path}[${index}]`, item);
      });
    else if (isFields(value)) {
      for (const key of Object.keys(value).sort()) visit(`${path}.${key}`, value[key]);
    } else found.push(`${path}=${value === name ? '<name>' : JSON.stringify(value)}`);
  };
  visit('', manifest);
  return found;
}

/** Tells whether two thirds of what both objects say are the same. */
function isAlike(before: Manifest, after: Manifest): boolean {
  const left = new Set(leaves(before));
  const right = leaves(after);
  const same = right.filter((leaf) => left.has(leaf)).length;
  // Kind, apiVersion and name are alike in any case, so they don't count.
  return (same - 3) * 3 >= (Math.max(left.size, right.length) - 3) * 2 && same > 3;
}
