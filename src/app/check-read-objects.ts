import { checkObjects, fromFile, type CheckResult } from '../checks/check-manifests';
import type { CheckOptions } from '../checks/check-options';
import type { ReadObject } from '../manifest/read-object';

/** What the checks find in objects that were read from files. */
export type CheckedFiles = CheckResult;

/**
 * Checks objects that were read from files and belong to one cluster.
 *
 * @param kubernetesVersion a version that was asked for, whatever a Cluster among the objects says
 */
export function checkReadObjects(
  objects: readonly Pick<ReadObject, 'manifest' | 'position'>[],
  options: CheckOptions = {},
  kubernetesVersion?: string,
): CheckedFiles {
  return checkObjects(objects.map(fromFile), options, kubernetesVersion);
}
