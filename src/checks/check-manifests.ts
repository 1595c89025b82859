import { throwProblems } from '../errors';
import type { Manifest } from '../manifest/manifest';
import { objectsForm } from '../manifest/manifest-form';
import { manifestOf, ReadObject } from '../manifest/read-object';
import { applyOptions, silencedBy } from './apply-options';
import type { CheckedObject, CheckInput, Finding } from './check';
import type { CheckOptions } from './check-options';
import { optionsProblems } from './options-problems';
import { checksOf } from './profile';
import { ownReports } from './own-checks';
import type { Reported } from './reported';
import { inOrder, reportsOf } from './run-checks';
import { targetVersion, type TargetVersion } from './target-version';

/** What was found, and which version of Kubernetes it is about. */
export interface Findings extends ReadonlyArray<Finding> {
  /** The Kubernetes version that the objects were checked for, as minor: `1.26`. */
  readonly kubernetesVersion: string;
}

/** What checks found, and what they were run for. */
export interface CheckResult {
  /** The Kubernetes version that the objects were checked for. */
  readonly target: TargetVersion;
  /** What was found, in the order of the objects. */
  readonly findings: readonly Finding[];
}

/**
 * Everything that is wrong with objects that belong to one cluster, without a cluster and without the
 * network: findings, in the order of the objects.
 *
 * @param manifests plain objects, or what `readManifests` and `readFiles` read, which know their places
 * @throws GroundworkError with everything that is wrong with the options, and with every object that
 * is no plain data with apiVersion and kind
 *
 * @example
 * const { objects } = readManifests(text, 'ng.yaml');
 * const errors = check(objects).filter(({ severity }) => severity === 'error');
 */
export function check(
  manifests: readonly (Manifest | ReadObject)[],
  options: CheckOptions = {},
): Findings {
  throwProblems([...objectsForm(manifests, 'manifests'), ...optionsProblems(options)], check);
  const { target, findings } = checkObjects(manifests.map(checkedObject), options);
  // Not enumerable, so that the list is like any other to those who go through it.
  return Object.defineProperty([...findings], 'kubernetesVersion', {
    value: target.version,
  }) as Finding[] & Findings;
}

/** Checks objects of one cluster for a version, and applies the options to what is found. */
export function checkObjects(
  objects: readonly CheckedObject[],
  options: CheckOptions = {},
  kubernetesVersion?: string,
): CheckResult {
  const { target, findings } = findIn(objects, options, kubernetesVersion);
  return { target, findings: applyOptions(findings, options) };
}

/**
 * What the checks of the options find, before severities and waivers are applied.
 *
 * @param beside a Cluster that isn't among the objects, but says the version where none among them does
 */
export function findIn(
  objects: readonly CheckedObject[],
  options: CheckOptions,
  kubernetesVersion?: string,
  beside?: Manifest,
): CheckResult {
  const { references, external, hosts, profile, customResourceDefinitions } = options;
  const manifests = [...objects.map(({ manifest }) => manifest), ...(beside ? [beside] : [])];
  const target = targetVersion(manifests, kubernetesVersion, options.kubernetesVersion);
  const input: CheckInput = {
    objects,
    kubernetesVersion: target.version,
    ...(references === undefined ? {} : { references }),
    ...(external === undefined ? {} : { external }),
    ...(hosts === undefined ? {} : { hosts }),
    off: Object.keys(options.severity ?? {}).filter((id) => options.severity?.[id] === 'off'),
    ...(customResourceDefinitions === undefined
      ? {}
      : { customResourceDefinitions: customResourceDefinitions.map(manifestOf) }),
  };
  const reported: Reported[] = [];
  for (const one of checksOf(profile, options.severity)) {
    for (const report of reportsOf(one, input)) reported.push(report);
  }
  for (const report of ownReports(options, input)) reported.push(report);
  return { target, findings: inOrder(reported, input, silencedBy(options)) };
}

/** An object that was read from a file, as the checks see it. */
export function fromFile(object: Pick<ReadObject, 'manifest' | 'position'>): CheckedObject {
  return { manifest: object.manifest, origin: (field) => object.position(field) };
}

/** An object that was read, or passed by a program, as the checks see it. */
function checkedObject(object: Manifest | ReadObject, index: number): CheckedObject {
  return object instanceof ReadObject
    ? fromFile(object)
    : { manifest: object, origin: () => ({ argument: `manifests[${index}]` }) };
}
