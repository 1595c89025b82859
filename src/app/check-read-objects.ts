import type { CheckedObject } from '../checks/check';
import { checkObjects, type CheckResult } from '../checks/check-manifests';
import type { CheckOptions } from '../checks/check-options';
import type { ReadObject } from '../manifest/read-object';

/**
 * Checks objects that were read from files and belong to one cluster.
 *
 * @param kubernetesVersion a version that was asked for, whatever a Cluster among the objects says
 */
export function checkReadObjects(
  objects: readonly Pick<ReadObject, 'manifest' | 'position'>[],
  options: CheckOptions = {},
  kubernetesVersion?: string,
): CheckResult {
  const checked = objects.map((object): CheckedObject => ({
    manifest: object.manifest,
    origin: (field) => object.position(field),
  }));
  return checkObjects(checked, options, kubernetesVersion);
}
