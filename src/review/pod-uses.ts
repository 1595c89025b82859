import { fieldsAt, itemsAt, textAt } from '../manifest/fields';
import { at } from '../manifest/manifest';
import type { PodTemplate } from '../manifest/relations';

/** A ConfigMap or a Secret that a pod uses. */
export interface ConfigUse {
  /** Its kind and its name: `ConfigMap/settings`. */
  readonly of: string;
  /**
   * How: `env` is read when a container starts, `file` is a mounted volume that is refreshed, `subPath`
   * is a mounted file that isn't, `pull` is used to pull images.
   */
  readonly how: 'env' | 'file' | 'subPath' | 'pull';
  /** The keys that are read; undefined where all are. */
  readonly keys?: readonly string[] | undefined;
  /** Keys without which the pod does not start. */
  readonly needed: readonly string[];
  /** Whether the pod does not start without the object. */
  readonly isNeeded: boolean;
}

/** Names of the claims that a pod mounts. */
export function claimsOf(pod: PodTemplate): readonly string[] {
  return itemsAt(pod.spec, 'volumes').flatMap(
    ({ item }) => textAt(item, 'persistentVolumeClaim', 'claimName') ?? [],
  );
}

/** The ConfigMaps and Secrets that a pod uses, each once for each way. */
export function usesOf(pod: PodTemplate): readonly ConfigUse[] {
  const uses = new Map<string, ConfigUse>();
  const add = (
    kind: string,
    name: string | undefined,
    how: ConfigUse['how'],
    {
      keys,
      optional,
    }: { readonly keys?: readonly string[] | undefined; readonly optional: unknown },
  ): void => {
    if (name === undefined) return;
    const isNeeded = optional !== true;
    const of = `${kind}/${name}`;
    // Of one pod the same use may come up in many containers.
    const known = uses.get(`${of} ${how}`);
    const isAll = keys === undefined || (known !== undefined && known.keys === undefined);
    uses.set(`${of} ${how}`, {
      of,
      how,
      keys: isAll ? undefined : [...(known?.keys ?? []), ...keys],
      needed: [...(known?.needed ?? []), ...(isNeeded && how !== 'subPath' ? (keys ?? []) : [])],
      isNeeded: isNeeded || known?.isNeeded === true,
    });
  };
  const parts = new Map<string, (string | undefined)[]>();
  const mounted = new Set<string>();
  for (const { container } of pod.containers) {
    for (const { item } of itemsAt(container, 'envFrom')) {
      for (const [kind, field] of [
        ['ConfigMap', 'configMapRef'] as const,
        ['Secret', 'secretRef'] as const,
      ]) {
        add(kind, textAt(item, field, 'name'), 'env', { optional: at(item, field, 'optional') });
      }
    }
    for (const { item } of itemsAt(container, 'env')) {
      for (const [kind, field] of [
        ['ConfigMap', 'configMapKeyRef'] as const,
        ['Secret', 'secretKeyRef'] as const,
      ]) {
        const from = fieldsAt(item, 'valueFrom', field);
        const keys = [textAt(from, 'key') ?? ''];
        add(kind, textAt(from, 'name'), 'env', { keys, optional: from['optional'] });
      }
    }
    for (const { item } of itemsAt(container, 'volumeMounts')) {
      const volume = textAt(item, 'name') ?? '';
      const part = textAt(item, 'subPath');
      if ((part ?? textAt(item, 'subPathExpr')) === undefined) mounted.add(volume);
      else parts.set(volume, [...(parts.get(volume) ?? []), part]);
    }
  }
  for (const { item } of itemsAt(pod.spec, 'volumes')) {
    const name = textAt(item, 'name') ?? '';
    const sources = [item, ...itemsAt(item, 'projected', 'sources').map((source) => source.item)];
    for (const source of sources) {
      for (const [kind, field] of [
        ['ConfigMap', 'configMap'] as const,
        ['Secret', 'secret'] as const,
      ]) {
        const { optional } = fieldsAt(source, field);
        const object = textAt(source, field, 'name') ?? textAt(source, field, 'secretName');
        const items = itemsAt(source, field, 'items').map((entry) => entry.item);
        const all =
          items.length === 0 ? undefined : items.map((entry) => textAt(entry, 'key') ?? '');
        const files = parts.get(name);
        if (files !== undefined) {
          add(kind, object, 'subPath', { keys: keysOf(files, items), optional });
        }
        if (mounted.has(name) || files === undefined) {
          add(kind, object, 'file', { keys: all, optional });
        }
      }
    }
  }
  for (const { item } of itemsAt(pod.spec, 'imagePullSecrets')) {
    add('Secret', textAt(item, 'name'), 'pull', { optional: true });
  }
  return [...uses.values()];
}

/** The keys whose files are mounted one by one; undefined where that can't be told. */
function keysOf(
  files: readonly (string | undefined)[],
  items: readonly unknown[],
): readonly string[] | undefined {
  const keys = files.map((file) =>
    items.length === 0
      ? file
      : textAt(
          items.find((entry) => textAt(entry, 'path') === file),
          'key',
        ),
  );
  return keys.some((key) => key?.includes('/') !== false) ? undefined : (keys as string[]);
}
