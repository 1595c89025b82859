import { throwProblems } from '../errors';
import { minorOf, versionProblems } from '../manifest/kubernetes-version';
import { refOf } from '../manifest/manifest';
import { withoutSecrets } from './without-credentials';
import type { Check, CheckedObject, CheckInput, Finding } from './check';

/** A finding, and the object of the input that it is about; none where it is about the options. */
export interface Reported {
  /** The finding. */
  readonly finding: Finding;
  /** The object. */
  readonly object?: CheckedObject;
}

/**
 * Runs checks over one set of objects and gives everything they find, in the order of the objects.
 *
 * @throws GroundworkError where there are no facts of the Kubernetes version
 */
export function runChecks(checks: readonly Check[], input: CheckInput): Finding[] {
  throwProblems(versionProblems(input.kubernetesVersion));
  const kubernetesVersion = minorOf(input.kubernetesVersion) ?? '';
  const sound =
    kubernetesVersion === input.kubernetesVersion ? input : { ...input, kubernetesVersion };
  const reported: Reported[] = [];
  for (const check of checks) {
    for (const one of reportsOf(check, sound)) reported.push(one);
  }
  return inOrder(reported, sound);
}

/** What one check reports, with all that a finding has beside. */
export function* reportsOf(check: Check, input: CheckInput): Generator<Required<Reported>> {
  for (const report of check.run(input)) {
    const { object, field, problem } = report;
    const finding = {
      check: check.id,
      severity: report.severity ?? check.severity,
      object: refOf(object.manifest),
      field,
      problem,
      fix: report.fix ?? check.fix,
      origin: object.origin(field),
    };
    yield { finding, object };
  }
}

/** The findings in the order of their objects; those about the options come first. */
export function inOrder(reported: Reported[], { objects }: CheckInput): Finding[] {
  if (reported.length === 0) return [];
  const position = new Map(objects.map((object, index) => [object, index]));
  const at = ({ object }: Reported): number => (object && position.get(object)) ?? -1;
  // The sort is stable, so findings of one object keep the order of the checks.
  return reported.sort((a, b) => at(a) - at(b)).map(({ finding }) => shown(finding));
}

/** Whatever a check quotes, no finding holds a credential. */
function shown(finding: Finding): Finding {
  const { field, problem, fix } = finding;
  return {
    ...finding,
    field: withoutSecrets(field),
    problem: withoutSecrets(problem),
    fix: withoutSecrets(fix),
  };
}
