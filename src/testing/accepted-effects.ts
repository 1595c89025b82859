import { show, throwProblems, type Problem } from '../errors';
import type { Effect } from '../review/change';

/** An effect that keeps a stored file from being updated until it is named. */
export type KeptBackEffect = 'rejected' | 'replaced' | 'data-risk';

/** The effects that keep a stored file from being updated until they are named. */
export const keptBackEffects: readonly KeptBackEffect[] = ['rejected', 'replaced', 'data-risk'];

/** The environment variable that names accepted effects for a whole run, joined by commas. */
export const acceptVariable = 'GROUNDWORK_ACCEPT';

/**
 * The effects that an update may store: those named in the test, and those in the environment.
 *
 * @param named the effects that the test names
 * @throws GroundworkError where something else is named
 */
export function acceptedEffects(named: unknown, caller: string): ReadonlySet<Effect> {
  const inTest: readonly unknown[] = Array.isArray(named)
    ? named
    : named === undefined
      ? []
      : [named];
  const inRun = (process.env[acceptVariable] ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const problems = [
    ...(named === undefined || Array.isArray(named)
      ? inTest.flatMap((effect) => wrongEffect(`${caller} accept`, effect))
      : [notAList(caller, named)]),
    ...inRun.flatMap((effect) => wrongEffect(acceptVariable, effect)),
  ];
  throwProblems(problems);
  return new Set([...inTest, ...inRun] as Effect[]);
}

function wrongEffect(path: string, effect: unknown): readonly Problem[] {
  if (keptBackEffects.some((known) => known === effect)) return [];
  const problem = `this is no effect that is kept back, got ${show(effect)}`;
  return [{ path, problem, fix: `Allowed are: ${keptBackEffects.join(', ')}.` }];
}

function notAList(caller: string, got: unknown): Problem {
  return {
    path: `${caller} accept`,
    problem: `the accepted effects must be a list, got ${show(got)}`,
    fix: "Write them as a list, such as ['rejected'].",
  };
}
