import type { CheckedObject, Finding } from '../checks/check';
import { checksOf } from '../checks/profile';
import { runChecks } from '../checks/run-checks';
import { targetVersion, type TargetVersion } from '../checks/target-version';
import type { ReadObject } from '../manifest/read-object';

/** What the checks find in objects that were read from files. */
export interface CheckedFiles {
  /** The Kubernetes version that they were checked for. */
  readonly target: TargetVersion;
  /** What was found, in the order of the objects. */
  readonly findings: readonly Finding[];
}

/** Runs all checks but those of profiles over objects that were read from files and belong to one cluster. */
export function checkReadObjects(
  objects: readonly Pick<ReadObject, 'manifest' | 'position'>[],
): CheckedFiles {
  const checked = objects.map((object): CheckedObject => ({
    manifest: object.manifest,
    origin: (field) => object.position(field),
  }));
  const target = targetVersion(checked.map(({ manifest }) => manifest));
  const findings = runChecks(checksOf(), { objects: checked, kubernetesVersion: target.version });
  return { target, findings };
}
