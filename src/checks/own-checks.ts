import { show } from '../errors';
import { textAt } from '../manifest/fields';
import { severityOf } from './apply-options';
import type { Check, CheckInput, Finding } from './check';
import type { CheckOptions } from './check-options';
import { failedCheck } from './option-findings';
import { runsIn } from './profile';
import type { Reported } from './reported';
import { reportsOf } from './run-checks';

/** What the user's own checks find: those of the profile that are not switched off. */
export function ownReports(
  { own = [], profile, severity }: CheckOptions,
  input: CheckInput,
): Reported[] {
  return own.flatMap((check, index) => {
    // One that is switched off doesn't run at all, so a check that fails can be switched off, too.
    if (severityOf(check.id, severity) === 'off') return [];
    return runsIn(check, profile, severity) ? guardedReports(check, index, input) : [];
  });
}

/** What one check reports until it fails, and that it does. */
function guardedReports(check: Check, index: number, input: CheckInput): Reported[] {
  const reported: Reported[] = [];
  const objects = new Set(input.objects);
  try {
    for (const one of reportsOf(check, input)) {
      if (!objects.has(one.object)) throw new Error(notOfInput);
      reported.push(one);
    }
  } catch (error) {
    reported.push({ finding: failure(check, index, error) });
  }
  return reported;
}

const notOfInput =
  'it reports an object that is none of the input: give one of input.objects itself';

function failure({ id }: Check, index: number, error: unknown): Finding {
  const message = textAt(error, 'message') ?? show(error);
  return {
    check: failedCheck.id,
    severity: failedCheck.severity,
    object: { apiVersion: '', kind: 'Check', name: id },
    field: '',
    problem: `the check ${id} fails, and may have left things out: ${message.replace(/\.$/, '')}`,
    fix: failedCheck.fix,
    origin: { argument: `own[${index}]` },
  };
}
