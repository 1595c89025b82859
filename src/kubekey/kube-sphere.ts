import { show, throwProblems, type Problem } from '../errors';
import { soundProps, type PropForms } from '../manifest/props';
import type { KubeKeyAddon, KubeKeyAddonSources } from './addon';

/** Where KubeSphere 4 comes from. Its downloads have moved before, so nothing is taken for granted. */
export interface KubeSphereProps {
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

/**
 * KubeSphere 4, the web console for Kubernetes, as an add-on of a cluster: the release `ks-core` in the
 * namespace `kubesphere-system`. Its console answers on port 30880 of each node.
 *
 * kk 3 runs Helm 3.9, and newer charts ask for Helm 3.17 or later: install those with Helm itself, by the
 * command line that `cluster.commands().addons` gives.
 *
 * @example
 * addons: [new KubeSphere({ chart: 'oci://hub.example.com/kse/ks-core', version: '1.1.4' })]
 */
export class KubeSphere implements KubeKeyAddon {
  /** Name of the release. */
  readonly name: string = 'ks-core';
  /** Namespace of the release. */
  readonly namespace: string = 'kubesphere-system';
  /** The chart. */
  readonly sources: KubeKeyAddonSources;

  /** @throws GroundworkError where the chart's address or version is missing, or the address is only a name */
  constructor(props: KubeSphereProps) {
    const { props: sound, problems } = soundProps('KubeSphere', props, forms);
    const { chart, version, repo, values } = sound;
    throwProblems(
      [
        ...problems,
        ...missing(
          'chart',
          chart,
          'Give the address of the chart ks-core: its downloads moved in 2025.',
        ),
        ...nameAlone(chart, repo),
        ...missing('version', version, 'Give the version of the chart ks-core, such as "1.1.4".'),
      ],
      new.target,
    );
    this.sources = {
      chart: {
        name: chart,
        ...(repo === undefined ? {} : { repo }),
        version,
        ...(values === undefined ? {} : { values: [...values] }),
      },
    };
  }
}

const forms: PropForms<KubeSphereProps> = {
  chart: true,
  version: true,
  repo: 'https://charts.example.com',
  values: ['global.imageRegistry=hub.example.com'],
};

function missing(field: string, value: unknown, fix: string): readonly Problem[] {
  if (typeof value === 'string' && value.trim() !== '') return [];
  return [{ path: 'KubeSphere', problem: `${field} is missing`, fix }];
}

/** A name without a repository is read as a folder beside kk, which nobody means. */
function nameAlone(chart: unknown, repo: string | undefined): readonly Problem[] {
  if (repo !== undefined || typeof chart !== 'string' || !/^[\w-]+$/.test(chart)) return [];
  const problem = `chart is a name without a place, got ${show(chart)}`;
  const fix = 'Give its whole address, or the address of its repository as repo.';
  return [{ path: 'KubeSphere', problem, fix }];
}
