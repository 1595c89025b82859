import { applyOptions } from '../checks/apply-options';
import type { CheckedObject, Finding } from '../checks/check';
import { findIn } from '../checks/check-manifests';
import type { CheckOptions } from '../checks/check-options';
import type { TargetVersion } from '../checks/target-version';
import type { IConstruct } from 'constructs';
import { isKubeKeyCluster } from '../manifest/kubekey-cluster';
import type { Manifest } from '../manifest/manifest';
import { onlyCluster, type ICluster } from './cluster';
import type { SynthesizedFile } from './synthesis';

/** What the checks found in all sets of files, and which versions they were checked for. */
export interface CheckedSets {
  /** What was found, set by set. */
  readonly findings: readonly Finding[];
  /** The Kubernetes version of each set, and the path of the cluster that says it, if one does. */
  readonly targets: readonly { readonly target: TargetVersion; readonly cluster?: string }[];
}

/**
 * Runs the checks, once for each set of files: those for one cluster together, with the cluster's
 * own config among them, and those that name no cluster together.
 */
export function checkSets(files: readonly SynthesizedFile[], options: CheckOptions): CheckedSets {
  const sets = new Map<ICluster | undefined, CheckedObject[]>();
  for (const { cluster, objects } of files) {
    let set = sets.get(cluster);
    if (set === undefined) {
      set = [];
      sets.set(cluster, set);
      if (cluster !== undefined) set.push(checked(cluster.toManifest(), cluster));
    }
    for (const { manifest, construct } of objects) {
      // A Cluster is in the set already; other files of its own tell which KubeKey it is for.
      const isAgain = construct === cluster && manifest.kind === 'Cluster';
      if (!isAgain) set.push(checked(manifest, construct));
    }
  }
  const findings: Finding[] = [];
  const only = onlyCluster(files.flatMap(({ cluster }) => cluster ?? []));
  const targets = [...sets].map(([cluster, objects]) => {
    const beside = objects.some(({ manifest }) => isKubeKeyCluster(manifest)) ? undefined : only;
    const result = findIn(objects, options, undefined, beside?.toManifest());
    for (const finding of result.findings) findings.push(finding);
    const whose = cluster ?? beside;
    return {
      target: result.target,
      ...(whose === undefined ? {} : { cluster: whose.node.path }),
    };
  });
  // Once for all sets: a waiver is of use if it is in one of them.
  return { findings: applyOptions(findings, options), targets };
}

function checked(manifest: Manifest, construct: IConstruct): CheckedObject {
  // A path is put together anew each time it is asked for, so only a finding asks.
  return { manifest, origin: () => ({ construct: construct.node.path }) };
}
