import { refOf } from '../manifest/manifest';
import type { Check, CheckedObject, CheckInput, Finding } from './check';

/** Runs checks over one set of objects and gives everything they find, in the order of the objects. */
export function runChecks(checks: readonly Check[], input: CheckInput): Finding[] {
  const found: { finding: Finding; object: CheckedObject }[] = [];
  for (const check of checks) {
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
      found.push({ finding, object });
    }
  }
  if (found.length === 0) return [];
  const position = new Map(input.objects.map((object, index) => [object, index]));
  const at = ({ object }: (typeof found)[number]): number => position.get(object) ?? 0;
  // The sort is stable, so findings of one object keep the order of the checks.
  return found.sort((a, b) => at(a) - at(b)).map(({ finding }) => finding);
}
