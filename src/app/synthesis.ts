import { ApiObject, Chart, Names } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { throwProblems, type Problem } from '../errors';
import { targetVersion } from '../checks/target-version';
import { isClusterScoped } from '../facts/kubernetes/cluster-scoped';
import type { FieldComment } from '../manifest/comment';
import { orderKeys } from '../manifest/key-order';
import { refOf, type Manifest } from '../manifest/manifest';
import { isCluster, onlyCluster, type ICluster, type OutputFile } from './cluster';
import { commentsOf } from './comment';
import { ConstructTree } from './construct-tree';
import { mirrorImages, type ImageMirrors } from './image-mirrors';
import { ManifestFile } from './manifest-file';
import { applyOverrides, hasOverrides } from './override';
import { plainManifest } from './plain';
import { mustBeManifest, renderObject } from './render-object';

/** An object in a file, and the construct that it comes from. */
export interface SynthesizedObject {
  /** The object as it is written. */
  readonly manifest: Manifest;
  /** The construct that made it. */
  readonly construct: IConstruct;
  /** What is written as comments beside its fields. */
  readonly comments: readonly FieldComment[];
}

/** A file that a tree makes, before it is written. */
export interface SynthesizedFile {
  /** Path within the output folder. */
  readonly path: string;
  /** Path of the construct that makes the file. */
  readonly construct: string;
  /** Its documents, secrets redacted. */
  readonly objects: readonly SynthesizedObject[];
  /** Its documents with the secrets in place; undefined where it holds none. */
  readonly reveal: (() => readonly Manifest[]) | undefined;
  /** The cluster that the file is for, or that it sets up. */
  readonly cluster: ICluster | undefined;
  /** Tells that the file is a cluster's own, for the tool that sets the cluster up. */
  readonly setsUpCluster: boolean;
}

/** What becomes of the fields that repeat the API server's defaults in objects of cdk8s-plus. */
export type ApiDefaults = 'omit' | 'keep';

/** How a tree is turned into files. */
export interface SynthesisOptions {
  /** Registries to take images from instead of those they name. */
  readonly imageMirrors: ImageMirrors;
  /** How the file of a plain cdk8s chart ends. */
  readonly outputFileExtension: string;
  /** Whether objects of cdk8s-plus keep the fields that only repeat API defaults. */
  readonly apiDefaults: ApiDefaults;
}

/**
 * The files of a tree: one for each ManifestFile, each cluster's own, and one for each plain chart,
 * in the order of the charts' dependencies.
 *
 * @throws GroundworkError with every failed validation of the tree
 */
export function synthesize(root: IConstruct, options: SynthesisOptions): SynthesizedFile[] {
  const tree = new ConstructTree(root);
  validate(tree.constructs);
  const charts = tree.orderedCharts();
  const only = onlyCluster(charts.flatMap(({ chart }) => (isCluster(chart) ? [chart] : [])));
  return charts.flatMap(({ chart, objects }) =>
    isCluster(chart) ? clusterFiles(chart) : chartFiles(chart, objects, options, only),
  );
}

function validate(constructs: readonly IConstruct[]): void {
  const problems: Problem[] = [];
  for (const construct of constructs) {
    for (const message of construct.node.validate()) {
      problems.push({ path: construct.node.path || '(app)', problem: message, fix: '' });
    }
  }
  throwProblems(problems);
}

function clusterFiles(cluster: ICluster): SynthesizedFile[] {
  const files = cluster.toFiles();
  const object = cluster.node.defaultChild;
  const comments = ApiObject.isApiObject(object) ? commentsOf(object) : [];
  throwProblems(clusterProblems(cluster, files, comments));
  return files.map((file) => ({
    path: file.path,
    construct: cluster.node.path,
    objects: file.manifests.map((manifest) => ({ manifest, construct: cluster, comments })),
    reveal: file.reveal,
    cluster,
    setsUpCluster: true,
  }));
}

/** What was asked of a cluster's object, but can't be done to its files. */
function clusterProblems(
  cluster: ICluster,
  files: readonly OutputFile[],
  comments: readonly FieldComment[],
): Problem[] {
  const object = cluster.node.defaultChild;
  const problems: Problem[] = [];
  if (ApiObject.isApiObject(object) && hasOverrides(object)) {
    problems.push({
      path: cluster.node.path,
      problem: 'a cluster takes no overrides',
      fix: 'Say the field in its props.',
    });
  }
  if (comments.length > 0 && files.length > 1) {
    problems.push({
      path: cluster.node.path,
      problem: `a comment can't tell which of the cluster's ${files.length} files it is for`,
      fix: 'Leave the comments out for kk 4.',
    });
  }
  return problems;
}

function chartFiles(
  chart: Chart,
  objects: readonly ApiObject[],
  options: SynthesisOptions,
  only: ICluster | undefined,
): SynthesizedFile[] {
  // A chart that only groups other charts writes nothing of its own.
  if (objects.length === 0 && chart.node.children.some((child) => Chart.isChart(child))) return [];
  const around = chart.node.scopes.reverse();
  const file = around.find((scope) => ManifestFile.isManifestFile(scope));
  const cluster = file?.cluster;
  const config = (cluster ?? only)?.toManifest();
  const { version } = targetVersion(config === undefined ? [] : [config]);
  const finish = (object: ApiObject): Manifest => {
    const json = withoutStrayNamespace(renderObject(object), chart);
    const plain = options.apiDefaults === 'keep' ? json : plainManifest(object, json, version);
    // An override has the last word, over mirrors, too.
    const overridden = applyOverrides(object, mirrorImages(plain, options.imageMirrors));
    return orderKeys(mustBeManifest(object, overridden));
  };
  return [
    {
      path: ManifestFile.isManifestFile(chart)
        ? chart.path
        : `${Names.toDnsLabel(chart)}${options.outputFileExtension}`,
      construct: chart.node.path,
      objects: objects.map((construct) => ({
        construct,
        manifest: finish(construct),
        comments: commentsOf(construct),
      })),
      reveal: undefined,
      cluster,
      setsUpCluster: false,
    },
  ];
}

/** Takes the chart's own namespace off an object that belongs to the cluster as a whole. */
function withoutStrayNamespace(manifest: Manifest, chart: Chart): Manifest {
  if (chart.namespace === undefined || refOf(manifest).namespace !== chart.namespace) {
    return manifest;
  }
  if (isClusterScoped(manifest.apiVersion, manifest.kind) !== true) return manifest;
  const { namespace, ...metadata } = manifest['metadata'] as Record<string, unknown>;
  return { ...manifest, metadata };
}
