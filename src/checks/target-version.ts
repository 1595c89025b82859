import { minorOf } from '../manifest/kubernetes-version';
import { at, groupOf, type Manifest } from '../manifest/manifest';

/** The newest Kubernetes version that this package knows, as minor. */
export const newestKubernetesVersion = '1.36';

/** The Kubernetes version that objects are checked for, and who said so. */
export interface TargetVersion {
  /** Kubernetes version as minor: `1.26`. */
  readonly version: string;
  /**
   * Who said so: the one who asks, a KubeKey Cluster among the objects, the configuration, or nobody
   * (the newest is taken).
   */
  readonly source: 'given' | 'cluster' | 'configuration' | 'newest';
  /** The versions of other Clusters among the objects, where they differ from it; nobody but the first is listened to. */
  readonly others?: readonly string[];
}

/**
 * The Kubernetes version that a set of objects is for: the one given, else the one of a KubeKey
 * Cluster among the objects, else the one of the configuration, else the newest that this package
 * knows.
 *
 * @param manifests the objects of one set
 * @param given a version such as `1.26`, `v1.26` or `v1.26.4`
 * @param configured such a version for objects with no Cluster beside them
 */
export function targetVersion(
  manifests: readonly Manifest[],
  given?: string,
  configured?: string,
): TargetVersion {
  const asked = minorOf(given);
  if (asked !== undefined) return { version: asked, source: 'given' };
  const [version, ...more] = new Set(manifests.flatMap(clusterVersion));
  if (version !== undefined) {
    return { version, source: 'cluster', ...(more.length === 0 ? {} : { others: more }) };
  }
  const usual = minorOf(configured);
  if (usual !== undefined) return { version: usual, source: 'configuration' };
  return { version: newestKubernetesVersion, source: 'newest' };
}

/** What a Cluster of kk 3, or a Config of kk 4, says. */
function clusterVersion(manifest: Manifest): readonly string[] {
  if (groupOf(manifest.apiVersion) !== 'kubekey.kubesphere.io') return [];
  const field = { Cluster: 'version', Config: 'kube_version' }[manifest.kind];
  const version = field === undefined ? undefined : at(manifest, 'spec', 'kubernetes', field);
  const minor = minorOf(version);
  return minor === undefined ? [] : [minor];
}
