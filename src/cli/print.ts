import type { WriteStream } from 'node:tty';
import { renderProblem, type Problem } from '../errors';
import { printable } from '../manifest/printable';

/** Writes what the command was asked for. */
export function printResult(text: string): void {
  process.stdout.write(text);
}

/** Tells the person at the terminal something, beside the result. */
export function printNote(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Tells what is wrong with the input or the command line, one line a problem. */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of problems) printNote(printable(renderProblem(problem)));
}

/** Tells whether a stream is to be coloured: a terminal, unless NO_COLOR or FORCE_COLOR say otherwise. */
export function isColored(stream: Partial<Pick<WriteStream, 'isTTY'>>): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') {
    return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  }
  return stream.isTTY === true && TERM !== 'dumb';
}
