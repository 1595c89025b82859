import { show, type Problem } from '../errors';
import { textAt } from '../manifest/fields';
import { isFields } from '../manifest/manifest';
import { severityOf } from './apply-options';
import type { Check, CheckInput, Finding } from './check';
import type { CheckOptions } from './check-options';
import { failedCheck, optionFindings } from './option-findings';
import { runsIn } from './profile';
import { checks } from './rules/index';
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
    origin: { construct: `own[${index}]` },
  };
}

/** Everything that is wrong with the form and the ids of a user's own checks. */
export function ownProblems(own: readonly Check[]): Problem[] {
  if (own.length === 0) return [];
  const ours = new Set([...checks, ...optionFindings].map(({ id }) => id));
  return own.flatMap((check, index) => {
    const path = `own[${index}]`;
    if (!isFields(check)) {
      const fix = 'Write an object with id, summary, why, fix, severity and run.';
      return [{ path, problem: `must be a check, got ${show(check)}`, fix }];
    }
    const { id } = check;
    const problems = formProblems(check, path);
    const first = own.findIndex((other) => isFields(other) && other.id === id);
    if (ours.has(id)) {
      problems.push({
        path: `${path}.id`,
        problem: `is an id of this package, got ${show(id)}`,
        fix: `Choose another; one with a prefix of your own never collides, such as acme/${id}.`,
      });
    } else if (first < index) {
      const problem = `is the id of own[${first}], too, got ${show(id)}`;
      problems.push({ path: `${path}.id`, problem, fix: 'Give each check an id of its own.' });
    }
    return problems;
  });
}

/** TypeScript says the same; programs in JavaScript, and casts, come without it. */
function formProblems(check: Check, path: string): Problem[] {
  const problems: Problem[] = [];
  const add = (field: Exclude<keyof Check, 'run'>, problem: string, fix: string): void => {
    problems.push({
      path: `${path}.${field}`,
      problem: `${problem}, got ${show(check[field])}`,
      fix,
    });
  };
  if (typeof check.id !== 'string' || !/^[a-z\d]+([-/][a-z\d]+)*$/.test(check.id)) {
    add('id', 'must be lowercase words joined by -', 'Write one such as acme/has-team-label.');
  }
  for (const field of ['summary', 'why', 'fix'] as const) {
    if (typeof check[field] === 'string' && check[field].trim() !== '') continue;
    add(field, 'must be a sentence', 'Write it for those who read the findings.');
  }
  if (!['error', 'warning'].includes(check.severity)) {
    add('severity', 'must be error or warning', 'Write error where it is to fail synth.');
  }
  if (typeof (check as { run?: unknown }).run !== 'function') {
    const fix = 'Write a function that gives what it finds.';
    problems.push({ path: `${path}.run`, problem: 'must be a function', fix });
  }
  return problems;
}
