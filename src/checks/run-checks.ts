import { throwProblems } from '../errors';
import { listOf } from '../manifest/form';
import { refOf } from '../manifest/manifest';
import { withoutSecrets } from './without-credentials';
import type { Check, CheckedObject, CheckInput, Finding } from './check';
import { checkForm } from './check-form';
import { inputForm } from './input-form';

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
 * @param checks what runs: `checks`, what `checksOf` gives, or some of your own
 * @param input the objects, the version, and what else is known; severities and waivers are for `check`
 * @throws GroundworkError where they are no checks, or the input is none; and what a check throws
 */
export function runChecks(checks: readonly Check[], input: CheckInput): Finding[] {
  throwProblems([...listOf(checkForm)(checks, 'checks'), ...inputForm(input, 'input')], runChecks);
  const reported: Reported[] = [];
  for (const check of checks) {
    for (const one of reportsOf(check, input)) reported.push(one);
  }
  return inOrder(reported, input);
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
