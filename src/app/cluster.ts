import type { IConstruct } from 'constructs';
import type { Manifest } from '../manifest/manifest';

/** A file that an app writes. */
export interface OutputFile {
  /** Path within the output folder, with `/` between its parts, such as `staging/ng.yaml`. */
  readonly path: string;
  /** What the file holds, in order, with `<redacted>` in place of each secret. */
  readonly manifests: readonly Manifest[];
  /**
   * What the file holds with its secrets in place. Called once, when the file is written, so it may
   * read the environment; it throws a `GroundworkError` where a secret can't be had.
   *
   * @default - the file holds no secret: `manifests` is written, readable as any file
   */
  readonly reveal?: () => readonly Manifest[];
}

/**
 * What an app needs to know of a cluster: the files that set it up, and its config for the checks.
 *
 * `KubeKeyCluster` is one. A `ManifestFile` that names a cluster is checked against it.
 */
export interface ICluster extends IConstruct {
  /** The cluster's own config as plain data, without secrets: what checks read versions and hosts from. */
  toManifest(): Manifest;
  /** The files that set the cluster up. */
  toFiles(): readonly OutputFile[];
}

/** Tells whether a construct is a cluster that writes its own files. */
export function isCluster(construct: object): construct is ICluster {
  const candidate = construct as Partial<ICluster>;
  return typeof candidate.toFiles === 'function' && typeof candidate.toManifest === 'function';
}

/**
 * The one cluster of an app, which says the version of files that name none; undefined where there are
 * several, as nothing tells which of them it is.
 */
export function onlyCluster(clusters: readonly ICluster[]): ICluster | undefined {
  const [first] = clusters;
  return clusters.every((one) => one === first) ? first : undefined;
}
