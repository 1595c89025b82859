import { kubeKeyClusterOf, type KubeKeyClusterConfig } from '../manifest/kubekey-cluster';
import { refOf } from '../manifest/manifest';
import type { CheckedObject, CheckInput, Report, Severity } from './check';
import { fileOf } from './file-of';
import { objectIndex } from './object-index';

/** A KubeKey Cluster among the objects, as KubeKey reads it. */
export interface CheckedCluster {
  /** The object that is checked. */
  readonly object: CheckedObject;
  /** What KubeKey reads in it. */
  readonly cluster: KubeKeyClusterConfig;
  /**
   * Whether its files are written for kk 4: a construct made it, and an Inventory of its name beside it. A Cluster
   * in a file is for kk 3, whatever stands beside it: kk 4 doesn't read it.
   */
  readonly forKk4: boolean;
  /** Makes a report about a field, which is named as KubeKey names it. */
  readonly report: (
    field: string,
    problem: string,
    fix?: string,
    severity?: Severity,
    more?: Pick<Report, 'cause' | 'from'>,
  ) => Report;
}

const read = new WeakMap<CheckInput, readonly CheckedCluster[]>();

/** The KubeKey Clusters of an input. Each input is read once, for all of the checks. */
export function kubeKeyClusters(input: CheckInput): readonly CheckedCluster[] {
  let clusters = read.get(input);
  if (clusters === undefined) {
    const inventories = new Set(
      objectIndex(input).ofKind('kubekey.kubesphere.io/Inventory').flatMap(inventoryName),
    );
    clusters = objectIndex(input)
      .ofKind('kubekey.kubesphere.io/Cluster')
      .map((object) => {
        const isWritten = fileOf(object) === undefined;
        return checkedCluster(object, isWritten && inventories.has(refOf(object.manifest).name));
      });
    read.set(input, clusters);
  }
  return clusters;
}

/** The `run` of a check that looks at one Cluster at a time. */
export function onEachCluster(
  look: (checked: CheckedCluster) => Iterable<Report>,
): (input: CheckInput) => Iterable<Report> {
  return function* (input) {
    for (const checked of kubeKeyClusters(input)) yield* look(checked);
  };
}

/** The `run` of a check on what kk 3 alone does, which passes over Clusters that are written for kk 4. */
export function onEachClusterForKk3(
  look: (checked: CheckedCluster) => Iterable<Report>,
): (input: CheckInput) => Iterable<Report> {
  return onEachCluster((checked) => (checked.forKk4 ? [] : look(checked)));
}

function inventoryName({ manifest }: CheckedObject): readonly string[] {
  const { apiVersion, name } = refOf(manifest);
  return apiVersion === 'kubekey.kubesphere.io/v1' ? [name] : [];
}

function checkedCluster(object: CheckedObject, forKk4: boolean): CheckedCluster {
  const cluster = kubeKeyClusterOf(object.manifest);
  return {
    object,
    cluster,
    forKk4,
    report: (field, problem, fix, severity, more = {}) => ({
      object,
      field: cluster.writtenField(field),
      problem,
      ...(fix === undefined ? {} : { fix }),
      ...(severity === undefined ? {} : { severity }),
      ...more,
    }),
  };
}
