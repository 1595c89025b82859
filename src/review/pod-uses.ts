import { itemsAt, textAt } from '../manifest/fields';
import { containersOf, type PodTemplate } from '../manifest/relations';

/** A ConfigMap or a Secret that a pod uses. */
export interface ConfigUse {
  /** Its kind and its name: `ConfigMap/settings`. */
  readonly of: string;
  /**
   * How: `env` is read when a container starts, `file` is a mounted volume that is refreshed, `subPath`
   * is a mounted file that isn't, `pull` is used to pull images.
   */
  readonly how: 'env' | 'file' | 'subPath' | 'pull';
}

/** Names of the claims that a pod mounts. */
export function claimsOf(pod: PodTemplate): readonly string[] {
  return itemsAt(pod.spec, 'volumes').flatMap(
    ({ item }) => textAt(item, 'persistentVolumeClaim', 'claimName') ?? [],
  );
}

/** The ConfigMaps and Secrets that a pod uses, each once for each way. */
export function usesOf(pod: PodTemplate): readonly ConfigUse[] {
  const uses: ConfigUse[] = [];
  const add = (kind: string, name: string | undefined, how: ConfigUse['how']): void => {
    if (name !== undefined) uses.push({ of: `${kind}/${name}`, how });
  };
  const partly = new Set<string>();
  const mounted = new Set<string>();
  for (const { container } of containersOf(pod)) {
    for (const { item } of itemsAt(container, 'envFrom')) {
      add('ConfigMap', textAt(item, 'configMapRef', 'name'), 'env');
      add('Secret', textAt(item, 'secretRef', 'name'), 'env');
    }
    for (const { item } of itemsAt(container, 'env')) {
      add('ConfigMap', textAt(item, 'valueFrom', 'configMapKeyRef', 'name'), 'env');
      add('Secret', textAt(item, 'valueFrom', 'secretKeyRef', 'name'), 'env');
    }
    for (const { item } of itemsAt(container, 'volumeMounts')) {
      const volume = textAt(item, 'name') ?? '';
      const isPart = (textAt(item, 'subPath') ?? textAt(item, 'subPathExpr')) !== undefined;
      (isPart ? partly : mounted).add(volume);
    }
  }
  for (const { item } of itemsAt(pod.spec, 'volumes')) {
    const name = textAt(item, 'name') ?? '';
    const sources = [item, ...itemsAt(item, 'projected', 'sources').map((source) => source.item)];
    for (const source of sources) {
      const map = textAt(source, 'configMap', 'name');
      const secret = textAt(source, 'secret', 'secretName') ?? textAt(source, 'secret', 'name');
      if (partly.has(name)) {
        add('ConfigMap', map, 'subPath');
        add('Secret', secret, 'subPath');
      }
      if (mounted.has(name) || !partly.has(name)) {
        add('ConfigMap', map, 'file');
        add('Secret', secret, 'file');
      }
    }
  }
  for (const { item } of itemsAt(pod.spec, 'imagePullSecrets'))
    add('Secret', textAt(item, 'name'), 'pull');
  // Of one workload the same use may come up in many containers.
  return [...new Map(uses.map((use) => [`${use.of} ${use.how}`, use])).values()];
}
