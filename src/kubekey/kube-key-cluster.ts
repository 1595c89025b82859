import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ICluster, OutputFile } from '../app/cluster';
import { ManifestApp } from '../app/manifest-app';
import { outputPath } from '../app/output-path';
import { throwProblems, type Problem } from '../errors';
import { constructPath } from '../manifest/construct-path';
import type { Manifest } from '../manifest/manifest';
import { soundProps } from '../manifest/props';
import { clusterProblems } from './cluster-problems';
import { ClusterObject } from './cluster-object';
import { clusterTree } from './cluster-tree';
import { commandsFor, type KubeKeyCommands } from './commands';
import type { KubeKeyFromYamlOptions } from './from-yaml';
import { hostSetupFor, type KubeKeyHostSetup } from './host-setup';
import {
  kubeKeyClusterForms,
  type KubeKeyClusterProps,
  type KubeKeyFormat,
} from './kube-key-cluster-props';
import type { KubeKeyPublicKey } from './public-key';
import { holdsSecret, redact, reveal } from './secret';
import type { KubeKeyLoss } from './v4/draft';
import type { KubeKeyZone } from './zone';

/** A file of a cluster, with each secret in a slot. */
interface FileTree {
  readonly path: string;
  readonly manifests: readonly Manifest[];
}

/** The files of a cluster, and what has no place in them. */
interface FileTrees {
  readonly files: readonly FileTree[];
  readonly losses: readonly KubeKeyLoss[];
}

/**
 * A Kubernetes cluster on servers of your own, as KubeKey sets it up.
 *
 * It is an output of the app on its own: `<id>.yaml` holds the Cluster that `kk create cluster -f` reads,
 * with the values that `kk create config` writes and what you say. No other object can enter it.
 * With `format: 'v4'` it is `<id>-inventory.yaml` and `<id>-config.yaml` for kk 4.
 *
 * @example
 * new KubeKeyCluster(app, 'config-sample', {
 *   name: 'sample',
 *   kubernetes: { version: 'v1.26.4' },
 *   hosts: [
 *     {
 *       name: 'node1',
 *       address: '192.168.0.2',
 *       credential: Credential.privateKeyFile('~/.ssh/id_rsa'),
 *     },
 *   ],
 * });
 */
export class KubeKeyCluster extends Chart implements ICluster {
  /**
   * The cluster of a file that was written by hand for kk 3, read as kk 3 reads it: keys in any letters,
   * several documents, ranges, `master` for `control-plane`. What kk would ignore, change or fail at is
   * written to standard error. Secrets of the file stay secrets.
   *
   * @param scope the app
   * @param id name of the file that is written, without `.yaml`
   * @param file path of the file that is read
   * @param options what such a file doesn't say: where and in which format it is written
   * @throws GroundworkError with everything that can't be read or that kk refuses
   */
  static fromYaml(
    scope: Construct,
    id: string,
    file: string,
    options: KubeKeyFromYamlOptions = {},
  ): KubeKeyCluster {
    // Reading and the format of kk 4 are loaded only by the programs that use them.
    const { propsFromYaml } = require('./from-yaml') as typeof import('./from-yaml');
    return new KubeKeyCluster(scope, id, propsFromYaml(file, options));
  }

  /** Format of the files. */
  readonly format: KubeKeyFormat;

  /** With `allowLoss`: the fields that kk 4 has no place for, which are left out of its files. */
  readonly losses: readonly KubeKeyLoss[];

  readonly #object: ClusterObject;
  readonly #cluster: Manifest;
  readonly #files: readonly FileTree[];
  readonly #zone: KubeKeyZone | undefined;

  /**
   * @param scope the app
   * @param id name of the file, without `.yaml`
   * @throws GroundworkError with everything that is wrong with the arguments by themselves
   */
  constructor(scope: Construct, id: string, props: KubeKeyClusterProps) {
    const path = constructPath(scope, id);
    const { props: sound, problems } = soundProps(path, props, kubeKeyClusterForms);
    throwProblems(
      [...problems, ...clusterProblems(id, sound).map((problem) => ({ path, ...problem }))],
      new.target,
    );
    const cluster = clusterTree(sound);
    const { files, losses } =
      sound.format === 'v4' ? v4FileTrees(path, id, sound, cluster) : fileTree(id, sound, cluster);
    super(scope, id);
    this.format = sound.format ?? 'v1alpha2';
    this.losses = losses;
    this.#zone = sound.zone;
    this.#cluster = cluster;
    this.#files = files;
    this.#object = new ClusterObject(this, 'Resource', sound.name, () => this.#forPlainApp());
    this.node.addValidation({
      validate: () => this.#problems().map(({ problem, fix }) => `${problem}. ${fix}`),
    });
  }

  /** The v1alpha2 Cluster, whatever the format is, with `<redacted>` in place of each secret. */
  toManifest(): Manifest {
    return redact(this.#cluster);
  }

  /** The cluster's files, with `<redacted>` in place of each secret; `reveal` puts them in place. */
  toFiles(): readonly OutputFile[] {
    return this.#files.map((file) => ({
      path: file.path,
      manifests: redact(file.manifests),
      ...(holdsSecret(file.manifests) ? { reveal: () => this.#reveal(file) } : {}),
    }));
  }

  /**
   * The cluster's objects as cdk8s' `Testing.synth` shows them, with `<redacted>` in place of each secret.
   *
   * @throws GroundworkError where another object is in the cluster
   */
  override toJson(): Manifest[] {
    throwProblems(this.#strangers());
    return this.toFiles().flatMap(({ manifests }) => manifests);
  }

  /** The command lines that create and change the cluster, for the kk of its format. */
  commands(): KubeKeyCommands {
    const paths = this.#files.map(({ path }) => path);
    return commandsFor({ cluster: this.toManifest(), paths, zone: this.#zone });
  }

  /**
   * What makes each host ready before kk comes: firewall, packages, time and SSH access, as a shell script and as
   * user-data for cloud-init. What kk does by itself is left to kk. It holds no secret.
   *
   * @param key the public key that lets kk in; default: no key is put on the hosts
   *
   * @example
   * for (const { host, script } of cluster.hostSetup({ publicKeyFile: '~/.ssh/id_rsa.pub' })) {
   *   writeFileSync(`${host}.sh`, script);
   * }
   * @throws GroundworkError where the public key can't be read or is none
   */
  hostSetup(key: KubeKeyPublicKey = {}): readonly KubeKeyHostSetup[] {
    const { path } = this.node;
    return hostSetupFor({ cluster: this.toManifest(), format: this.format, path, key });
  }

  /** All missing variables of the cluster in one error, whichever file is asked for. */
  #reveal(file: FileTree): readonly Manifest[] {
    const all = reveal(this.#files, this.node.path);
    return all[this.#files.indexOf(file)]?.manifests ?? [];
  }

  #problems(): readonly Problem[] {
    return [...this.#strangers(), ...this.#plainAppProblems()];
  }

  /** Objects that somebody put into the cluster: they would be lost, since the file is KubeKey's. */
  #strangers(): readonly Problem[] {
    return this.node
      .findAll()
      .filter((child) => ApiObject.isApiObject(child) && child !== this.#object)
      .map((child) => ({
        path: this.node.path,
        problem: `${child.node.path} is an object inside a KubeKeyCluster, and kk reads no other object from a cluster's file`,
        fix: 'Put it into a ManifestFile beside the cluster.',
      }));
  }

  /** A plain cdk8s app would write `<redacted>` for a secret, and one file where kk 4 needs two. */
  #plainAppProblems(): readonly Problem[] {
    if (this.node.root instanceof ManifestApp) return [];
    const why = holdsSecret(this.#files)
      ? 'the cluster holds secrets, which a plain cdk8s App would write as <redacted>'
      : this.#files.length > 1
        ? 'the cluster has several files, and a plain cdk8s App would write them as one'
        : undefined;
    if (why === undefined) return [];
    return [{ path: this.node.path, problem: why, fix: 'Use ManifestApp in place of App.' }];
  }

  #forPlainApp(): Manifest {
    throwProblems(this.#plainAppProblems());
    return this.toManifest();
  }
}

function fileTree(id: string, { folder }: KubeKeyClusterProps, cluster: Manifest): FileTrees {
  return { files: [{ path: outputPath(`${id}.yaml`, folder), manifests: [cluster] }], losses: [] };
}

function v4FileTrees(
  path: string,
  id: string,
  props: KubeKeyClusterProps,
  cluster: Manifest,
): FileTrees {
  const { v4Files } = require('./v4/v4-files') as typeof import('./v4/v4-files');
  const { inventory, config, losses, refusals } = v4Files(cluster, props);
  throwProblems([
    ...refusals.map((refusal) => ({ path, ...refusal })),
    ...(props.allowLoss === true ? [] : losses.map((loss) => lossProblem(path, loss))),
  ]);
  const files = [
    { path: outputPath(`${id}-inventory.yaml`, props.folder), manifests: [inventory] },
    { path: outputPath(`${id}-config.yaml`, props.folder), manifests: [config] },
  ];
  return { files, losses };
}

function lossProblem(path: string, { field, fix }: KubeKeyLoss): Problem {
  return {
    path,
    problem: `${field} has no place in the files of kk 4`,
    fix: `${fix} Or leave it out by allowLoss: true.`,
  };
}
