import type { Check, CheckedObject, Finding } from '../checks/check';
import { runChecks } from '../checks/run-checks';
import { targetVersion } from '../checks/target-version';
import type { IConstruct } from 'constructs';
import type { Manifest } from '../manifest/manifest';
import type { ICluster } from './cluster';
import type { SynthesizedFile } from './synthesis';

/**
 * Runs the checks, once for each set of files: those for one cluster together, with the cluster's
 * own config among them, and those that name no cluster together.
 */
export function checkSets(files: readonly SynthesizedFile[], checks: readonly Check[]): Finding[] {
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
  return [...sets.values()].flatMap((objects) => {
    const { version } = targetVersion(objects.map(({ manifest }) => manifest));
    return runChecks(checks, { objects, kubernetesVersion: version });
  });
}

function checked(manifest: Manifest, construct: IConstruct): CheckedObject {
  // A path is put together anew each time it is asked for, so only a finding asks.
  return { manifest, origin: () => ({ construct: construct.node.path }) };
}
