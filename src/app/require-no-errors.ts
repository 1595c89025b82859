import type { Finding } from '../checks/check';
import { sourceOf } from '../checks/origin';
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
  const what = [describe(object), field].filter((part) => part !== '').join(' ');
  return { path: `${sourceOf(origin)} (${what})`, problem, fix: `${fix} (${check})` };
}
