import type { Problem } from '../errors';

/** A place in a file that was read. */
export interface FilePosition {
  /** Path of the file as it was given; `-` is standard input. */
  readonly file: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** Column, counted from 1, in UTF-16 units as editors count. */
  readonly column: number;
}

/** Something that keeps a file, or a part of it, from being read. Its `path` is `file:line:column`. */
export interface ReadProblem extends Problem {
  /** Path of the file as it was given; `-` is standard input. */
  readonly file: string;
  /** Line, counted from 1; undefined where the whole file is meant. */
  readonly line?: number;
  /** Column, counted from 1; undefined where the whole file is meant. */
  readonly column?: number;
}

/** What is wrong and what to do, before it has a place. */
export type Complaint = Omit<Problem, 'path'>;

/** A text with the file it came from: turns offsets into lines and columns. */
export class SourceText {
  /** Path of the file as it was given. */
  readonly file: string;
  /** The whole text, without a byte order mark. */
  readonly text: string;
  /** Offsets where lines begin; found when a position is first asked for, which most texts never are. */
  private lineStarts: number[] | undefined;

  constructor(text: string, file: string) {
    this.file = file;
    this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  /** The line and column of an offset. */
  position(offset: number): FilePosition {
    this.lineStarts ??= lineStartsOf(this.text);
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.file, line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1 };
  }

  /** A problem at an offset. */
  problem(offset: number, complaint: Complaint): ReadProblem {
    const position = this.position(Math.min(Math.max(offset, 0), this.text.length));
    const path = `${position.file}:${position.line}:${position.column}`;
    return { path, problem: complaint.problem, fix: complaint.fix, ...position };
  }
}

/** A problem of a whole file. */
export function fileProblem(file: string, { problem, fix }: Complaint): ReadProblem {
  return { path: file, problem, fix, file };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}
