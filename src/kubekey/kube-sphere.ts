import { throwProblems, type Problem } from '../errors';
import type { KubeKeyAddon } from './addon';

/**
 * KubeSphere 2 and 3, which kk 3 installs by itself. KubeSphere 3.4.1 needs Kubernetes v1.21 to v1.26.
 *
 * KubeSphere 4 is a Helm chart: see `KubeSphere.addon`.
 */
export interface KubeKeyKubeSphere {
  /**
   * Whether KubeSphere is installed.
   *
   * @default false
   */
  readonly enabled?: boolean;
  /**
   * Version, v2.1.1 to v3.4.1.
   *
   * @default - none
   */
  readonly version?: string;
  /**
   * KubeSphere's own configuration: the text of its ClusterConfiguration.
   *
   * @default - none
   */
  readonly configurations?: string;
}

/** Where KubeSphere 4 comes from. Its downloads have moved before, so nothing is taken for granted. */
export interface KubeSphereAddonOptions {
  /**
   * Address of the chart `ks-core`: an `oci://` address, the URL of a `.tgz` file or a local path;
   * or, with `repo`, its name there.
   */
  readonly chart: string;
  /** Version of the chart, such as `1.1.4`. */
  readonly version: string;
  /**
   * Address of the chart's repository.
   *
   * @default - none: `chart` is an address by itself
   */
  readonly repo?: string;
  /**
   * Values as `helm --set` takes them, each as `key=value`, such as `global.imageRegistry=...`.
   *
   * @default - the chart's own
   */
  readonly values?: readonly string[];
}

/** KubeSphere 4, the web console for Kubernetes. */
export class KubeSphere {
  /**
   * KubeSphere 4 as an add-on of a cluster: release `ks-core` in the namespace `kubesphere-system`.
   * Its console then answers on port 30880 of each node.
   *
   * kk 3 runs Helm 3.9. Newer charts ask for Helm 3.17 or later: install those with
   * Helm itself, by the command line that `cluster.commands().addons` gives.
   *
   * @throws GroundworkError where the chart's address or version is missing
   */
  static addon(options: KubeSphereAddonOptions): KubeKeyAddon {
    const { chart, version, repo, values } = options;
    const problems: Problem[] = [];
    const require = (field: string, value: unknown, fix: string): void => {
      if (typeof value === 'string' && value.trim() !== '') return;
      problems.push({ path: 'KubeSphere.addon', problem: `${field} is missing`, fix });
    };
    require('chart', chart, 'Give the address of the chart ks-core: KubeSphere moved its downloads in 2025.');
    require('version', version, 'Give the version of the chart ks-core, such as "1.1.4".');
    throwProblems(problems);
    return {
      name: 'ks-core',
      namespace: 'kubesphere-system',
      sources: {
        chart: {
          name: chart,
          ...(repo === undefined ? {} : { repo }),
          version,
          ...(values === undefined ? {} : { values: [...values] }),
        },
      },
    };
  }
}
