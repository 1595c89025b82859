import { Chart, type ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { show, throwProblems, type Problem } from '../errors';
import { constructPath } from '../manifest/construct-path';
import { isFields } from '../manifest/manifest';
import { soundProps, type PropForms } from '../manifest/props';
import { isCluster, type ICluster } from './cluster';
import { outputPath, outputPathProblems } from './output-path';

const MANIFEST_FILE = Symbol.for('cdk8s-groundwork.ManifestFile');

/** Options of a `ManifestFile`. */
export interface ManifestFileProps {
  /**
   * Folder of the file within the output folder, such as `staging` or `clusters/east`.
   *
   * @default - the output folder itself
   */
  readonly folder?: string;
  /**
   * Cluster that the file is for, such as a `KubeKeyCluster`. The objects of all files for one cluster are checked together,
   * against the cluster's version, hosts and ports.
   *
   * @default - the file is checked together with the other files that name no cluster, for the version
   * of the app's cluster if there is only one
   */
  readonly cluster?: ICluster;
  /**
   * Namespace of all objects in the file that have one and don't say it themselves. It is not
   * written on objects that belong to the cluster as a whole, such as a ClusterRole.
   *
   * @default - objects name no namespace: `kubectl` decides when they are applied
   */
  readonly namespace?: string;
  /**
   * Labels of all objects in the file.
   *
   * @default - none
   */
  readonly labels?: Record<string, string>;
}

/**
 * One output file: named by its id plus `.yaml`, always, with the objects below it as its documents.
 *
 * @example
 * const ng = new ManifestFile(app, 'ng');   // writes ng.yaml
 */
export class ManifestFile extends Chart {
  /**
   * Tells whether a construct is a ManifestFile, also one of another copy of this package.
   *
   * `instanceof` can't tell: cdk8s makes it true for every Chart.
   */
  static isManifestFile(construct: unknown): construct is ManifestFile {
    return typeof construct === 'object' && construct !== null && MANIFEST_FILE in construct;
  }

  /** Path of the file within the output folder, such as `staging/ng.yaml`. */
  readonly path: string;
  /** Cluster that the file is for. */
  readonly cluster?: ICluster;

  /**
   * @param scope the app
   * @param id name of the file, without `.yaml`
   * @throws GroundworkError with everything that is wrong with the id and the props
   */
  constructor(scope: Construct, id: string, props: ManifestFileProps = {}) {
    const path = constructPath(scope, id);
    const { props: sound, problems } = soundProps(path, props, forms);
    throwProblems(
      [
        ...problems,
        ...outputPathProblems(id, sound.folder).map((problem) => ({ path, ...problem })),
        ...clusterProblems(path, sound.cluster),
      ],
      new.target,
    );
    super(scope, id, {
      disableResourceNameHashes: true,
      ...(sound.namespace !== undefined && { namespace: sound.namespace }),
      ...(sound.labels !== undefined && { labels: sound.labels }),
    });
    this.path = outputPath(`${id}.yaml`, sound.folder);
    if (sound.cluster !== undefined) this.cluster = sound.cluster;
    Object.defineProperty(this, MANIFEST_FILE, { value: true });
  }

  /**
   * The name of an object that isn't given one: its ids below the file, joined by `-`. It holds
   * neither a hash nor the file's id, so it stays when the file is renamed.
   *
   * @throws GroundworkError where the ids make no name that Kubernetes takes
   */
  override generateObjectName(object: ApiObject): string {
    const below = object.node.scopes.slice(this.node.scopes.length);
    const ids = below.map((construct) => construct.node.id);
    // cdk8s and cdk8s-plus name inner constructs so; they say nothing to a reader.
    const telling = ids.filter((id) => !['resource', 'default'].includes(id.toLowerCase()));
    const name = telling.join('-').toLowerCase();
    const longest = object.kind === 'CronJob' ? 52 : 63;
    if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name) || name.length > longest) {
      throwProblems([
        {
          path: object.node.path,
          problem: `the ids of this construct make no name for a ${object.kind}, got ${show(name)}`,
          fix: `Use lower case letters, digits and "-" in ids, ${longest} characters in all, or give the object a name.`,
        },
      ]);
    }
    return name;
  }
}

const forms: PropForms<ManifestFileProps> = {
  folder: true,
  cluster: true,
  namespace: 'shop',
  labels: { app: 'nginx' },
};

function clusterProblems(path: string, cluster: unknown): readonly Problem[] {
  if (cluster === undefined || (isFields(cluster) && isCluster(cluster))) return [];
  const quoted = typeof cluster === 'string' ? ', without quotes' : '';
  return [
    {
      path,
      problem: `cluster must be a cluster, got ${show(cluster)}`,
      fix: `Give the variable that holds the KubeKeyCluster${quoted}.`,
    },
  ];
}
