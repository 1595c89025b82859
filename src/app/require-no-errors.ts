import type { Finding } from '../checks/check';
import { throwProblems, type Problem } from '../errors';
import { describe } from '../manifest/manifest';

/**
 * @param caller what the author called, for the stack
 * @throws GroundworkError with all findings of severity `error`; does nothing where there are none
 */
export function requireNoErrors(findings: readonly Finding[], caller?: () => unknown): void {
  throwProblems(findings.filter(({ severity }) => severity === 'error').map(problemOf), caller);
}

function problemOf({ origin, object, field, problem, fix, check }: Finding): Problem {
  const where = 'construct' in origin ? origin.construct : origin.file;
  const what = [describe(object), field].filter((part) => part !== '').join(' ');
  return { path: `${where} (${what})`, problem, fix: `${fix} (${check})` };
}
