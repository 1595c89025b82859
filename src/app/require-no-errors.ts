import type { Finding } from '../checks/check';
import { throwProblems, type Problem } from '../errors';
import { describe } from '../manifest/manifest';

/** @throws GroundworkError with all findings of severity `error`; does nothing where there are none */
export function requireNoErrors(findings: readonly Finding[]): void {
  throwProblems(findings.filter(({ severity }) => severity === 'error').map(problemOf));
}

function problemOf({ origin, object, field, problem, fix, check }: Finding): Problem {
  const where = 'construct' in origin ? origin.construct : origin.file;
  const what = [describe(object), field].filter((part) => part !== '').join(' ');
  return { path: `${where} (${what})`, problem, fix: `${fix} (${check})` };
}
