import type { KubeKeyFreeConfig } from './kubernetes';
import type { KubeKeyScript } from './script';

/**
 * Something that KubeKey installs when the cluster is up: a Helm chart, YAML files, or both.
 *
 * kk 3 installs or upgrades add-ons in the order of the list, and waits 300 seconds for each at most.
 * It runs Helm 3.9 itself, on the machine that runs kk. Never put a secret in an add-on's values.
 */
export interface KubeKeyAddon {
  /** Name of the add-on; for a chart it is the name of the release. Each name once: kk 3 runs both of two. */
  readonly name: string;
  /**
   * Namespace of the add-on; for a chart it is created.
   *
   * @default default
   */
  readonly namespace?: string;
  /**
   * Scripts that run before the add-on is installed.
   *
   * @default - none
   */
  readonly preInstall?: readonly KubeKeyScript[];
  /** What is installed. */
  readonly sources: KubeKeyAddonSources;
  /**
   * Scripts that run after the add-on is installed.
   *
   * @default - none
   */
  readonly postInstall?: readonly KubeKeyScript[];
  /**
   * How often the installation is tried. No version of kk 3 reads it.
   *
   * @default - once
   */
  readonly retries?: number;
  /**
   * Seconds between two tries. No version of kk 3 reads it.
   *
   * @default - none
   */
  readonly delay?: number;
}

/** What an add-on consists of. */
export interface KubeKeyAddonSources {
  /**
   * A Helm chart.
   *
   * @default - none
   */
  readonly chart?: KubeKeyChart;
  /**
   * YAML files.
   *
   * @default - none
   */
  readonly yaml?: KubeKeyYaml;
}

/** A Helm chart. */
export interface KubeKeyChart {
  /** Name of the chart in `repo` or in `path`; without both an `oci://` address, a URL or a local path. */
  readonly name: string;
  /**
   * Address of the chart's repository.
   *
   * @default - none
   */
  readonly repo?: string;
  /**
   * Local folder that holds the chart's folder; read only without `repo`.
   *
   * @default - none
   */
  readonly path?: string;
  /**
   * Version of the chart.
   *
   * @default - the newest one
   */
  readonly version?: string;
  /**
   * One file of values, as a path on the machine that runs kk or a URL.
   *
   * @default - none
   */
  readonly valuesFile?: string;
  /**
   * Values as `helm --set` takes them, each as `key=value`.
   *
   * @default - none
   */
  readonly values?: readonly string[];
  /**
   * Whether kk waits until everything is ready. kk 3 heeds it when it upgrades a release, not when it installs one.
   *
   * @default false
   */
  readonly wait?: boolean;
}

/** YAML files, applied by the server side; conflicts are overwritten and unknown fields ignored. */
export interface KubeKeyYaml {
  /** The files, as paths on the machine that runs kk or URLs. Always a list. */
  readonly path: readonly string[];
  /**
   * Values for Go templates in the files. kk 3 rewrites the local file with them; it can't with a URL.
   *
   * @default - none
   */
  readonly values?: KubeKeyFreeConfig;
}
