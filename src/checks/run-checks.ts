import { refOf } from '../manifest/manifest';
import type { Check, CheckInput, Finding } from './check';

/** Runs checks over one set of objects and gives everything they find, in the order of the objects. */
export function runChecks(checks: readonly Check[], input: CheckInput): Finding[] {
  const position = new Map(input.objects.map((object, index) => [object, index]));
  const found: { finding: Finding; at: number }[] = [];
  for (const check of checks) {
    for (const report of check.run(input)) {
      found.push({
        finding: {
          check: check.id,
          severity: report.severity ?? check.severity,
          object: refOf(report.object.manifest),
          field: report.field,
          problem: report.problem,
          fix: report.fix ?? check.fix,
          origin: report.object.origin(report.field),
        },
        at: position.get(report.object) ?? 0,
      });
    }
  }
  // The sort is stable, so findings of one object keep the order of the checks.
  return found.sort((a, b) => a.at - b.at).map(({ finding }) => finding);
}
