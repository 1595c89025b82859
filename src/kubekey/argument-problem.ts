import type { Problem } from '../errors';

/** What is wrong with an argument, without the construct that got it: only the constructor knows its path. */
export type ArgumentProblem = Omit<Problem, 'path'>;
