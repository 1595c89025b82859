import { refOf } from '../manifest/manifest';
import type { IsSilent, Reported } from './reported';
import { withoutSecrets } from './without-credentials';
import type { Check, CheckedObject, CheckInput, Finding } from './check';
import { withoutFollowUps } from './follow-ups';
import { joinedByCause } from './joined-findings';

/** Runs checks over one set of objects and gives everything they find, in the order of the objects. */
export function runChecks(checks: readonly Check[], input: CheckInput): Finding[] {
  const reported: Reported[] = [];
  for (const check of checks) {
    for (const one of reportsOf(check, input)) reported.push(one);
  }
  return inOrder(reported, input, ({ check }) => input.off?.includes(check) === true);
}

/** What one check reports, with all that a finding has beside. */
export function* reportsOf(
  check: Check,
  input: CheckInput,
): Generator<Reported & { object: CheckedObject }> {
  for (const report of check.run(input)) {
    const { object, field, problem, cause, from, meant } = report;
    const finding = {
      check: check.id,
      severity: report.severity ?? check.severity,
      object: refOf(object.manifest),
      field,
      problem,
      fix: report.fix ?? check.fix,
      origin: object.origin(field),
    };
    yield {
      finding,
      object,
      ...(cause === undefined ? {} : { cause }),
      ...(from === undefined ? {} : { from }),
      ...(meant === undefined ? {} : { meant }),
    };
  }
}

/**
 * The findings in the order of their objects, without those that follow from others; those about the
 * options come first.
 *
 * @param isSilent tells of a finding that the options silence it
 */
export function inOrder(
  reported: Reported[],
  { objects }: CheckInput,
  isSilent: IsSilent,
): Finding[] {
  if (reported.length === 0) return [];
  const position = new Map(objects.map((object, index) => [object, index]));
  const at = ({ object }: Reported): number => (object && position.get(object)) ?? -1;
  // The sort is stable, so findings of one object keep the order of the checks.
  const sorted = [...withoutFollowUps(reported, isSilent)].sort((a, b) => at(a) - at(b));
  return joinedByCause(sorted, isSilent).map(({ finding }) => shown(finding));
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
