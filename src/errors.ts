import { messageWithoutSecrets } from './manifest/secret-text';
import { redactValue } from './manifest/secrets';

/** One thing that is wrong: where, what, and what to do about it. */
export interface Problem {
  /**
   * Where it is: the path of a construct (`ng/web`), a place in a file (`ng.yaml:3:5`), an argument or
   * option (`waivers[0].check`), or an object with a field (`Service web spec.ports`).
   */
  readonly path: string;
  /** What is wrong, in the user's words, with the value that was got. No final period. */
  readonly problem: string;
  /** What to do, as a sentence, with the allowed values; empty where the problem says it. */
  readonly fix: string;
}

/**
 * The error of this package: everything that is wrong with one call, never only the first.
 *
 * The message is one line a problem: `<path>: <problem>. <fix>`. `path`, `problem` and `fix` of the error
 * itself are those of the first.
 *
 * @example
 * try {
 *   app.synth();
 * } catch (error) {
 *   if (!(error instanceof GroundworkError)) throw error;
 *   for (const { path, problem, fix } of error.problems) console.error(path, problem, fix);
 * }
 */
export class GroundworkError extends Error {
  /** All problems, in the order they were found. */
  declare readonly problems: readonly Problem[];

  constructor(first: Problem, ...others: Problem[]) {
    const problems = [first, ...others].map(withoutSecretsIn);
    super(problems.map(renderProblem).join('\n'));
    this.name = 'GroundworkError';
    // Node prints what is enumerable below the message of an error that nobody catches: all of it once more.
    Object.defineProperty(this, 'problems', { value: problems, enumerable: false });
  }

  /** Where the first problem is. */
  get path(): string {
    return this.problems[0]?.path ?? '';
  }

  /** What the first problem is. */
  get problem(): string {
    return this.problems[0]?.problem ?? '';
  }

  /** What to do about the first problem. */
  get fix(): string {
    return this.problems[0]?.fix ?? '';
  }
}

function withoutSecretsIn(problem: Problem): Problem {
  return {
    ...problem,
    path: messageWithoutSecrets(problem.path),
    problem: messageWithoutSecrets(problem.problem),
    fix: messageWithoutSecrets(problem.fix),
  };
}

/**
 * The one message template: where, what is wrong, what to do. A problem that was put into words
 * elsewhere (a cdk8s validation) comes without a fix and is shown as it is.
 */
export function renderProblem({ path, problem, fix }: Problem): string {
  return fix === '' ? `${path}: ${problem}` : `${path}: ${problem}. ${fix}`;
}

/**
 * Throws one error that holds all of the problems; does nothing where there are none.
 *
 * @param caller what the author called, such as the class of a construct: the stack begins with the
 * line that called it, and so does what Node prints where source maps are on, as with tsx
 */
export function throwProblems(
  problems: readonly Problem[],
  caller: (new (...args: never[]) => object) | ((...args: never[]) => unknown) = throwProblems,
): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  const error = new GroundworkError(first, ...others);
  Error.captureStackTrace(error, caller);
  throw error;
}

/**
 * A value as messages show it: JSON in one line, shortened when long, without what looks like a secret.
 * What only its place tells to be one, such as the data of a Secret, must not come here.
 *
 * @param field the name that it is given under: what is called `token` is not shown
 */
export function show(value: unknown, field = ''): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    return `a ${typeof value}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    return 'an object that JSON can not hold';
  }
  // Where the value's own toJSON gives undefined, there is no text.
  if (typeof text !== 'string') return 'nothing';
  return shorten(JSON.stringify(redactValue(JSON.parse(text), field)));
}

/** A text as messages show it: the beginning of it where it is long. */
export function shorten(text: string, most = 80): string {
  return text.length > most ? `${text.slice(0, most - 3)}...` : text;
}
