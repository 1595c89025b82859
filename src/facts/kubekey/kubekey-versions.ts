/** Processor architecture of a host, as KubeKey spells it. */
export type Architecture = 'amd64' | 'arm64';

/** The Kubernetes distributions that KubeKey installs. */
export type Distribution = 'kubernetes' | 'k3s' | 'k8e';

/** Versions such as `v1.26.4`, in rising order, for each architecture. */
export type VersionsByArchitecture = Readonly<Record<Architecture, readonly string[]>>;

/** What one release of KubeKey can install. */
export interface KubeKeyVersions extends Readonly<Record<Distribution, VersionsByArchitecture>> {
  /** The release of KubeKey, such as `v3.1.12`. */
  readonly release: string;
}
