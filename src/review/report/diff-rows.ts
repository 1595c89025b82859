import { createRequire } from 'node:module';
import type * as lineDiff from 'diff';

/** One row of two texts side by side. */
export interface DiffRow {
  /** Line of the text before; undefined where there is none. */
  readonly before?: string;
  /** Line of the text after; undefined where there is none. */
  readonly after?: string;
  /** Whether the line is the same on both sides, differs, or stands for lines that are left out. */
  readonly what: 'same' | 'changed' | 'gap';
}

/** Lines that are shown around a change. */
const context = 3;
/** Above this many changed lines the texts have nothing to do with each other: no search for what is alike. */
const mostChanges = 2_000;

/** Two texts side by side, line by line, with a few lines around each change. */
export function diffRows(before: string, after: string): readonly DiffRow[] {
  // Loaded when two texts are compared.
  const { structuredPatch } = createRequire(__filename)('diff') as typeof lineDiff;
  const options = { context, maxEditLength: mostChanges };
  const patch = structuredPatch('', '', before, after, '', '', options);
  if (patch === undefined) return paired(linesOf(before), linesOf(after));
  return patch.hunks.flatMap(({ lines, oldStart }, index) => {
    const isCut = index > 0 || oldStart > 1;
    return [...(isCut ? [{ what: 'gap' as const }] : []), ...rowsOf(lines)];
  });
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** The rows of one hunk: what is removed stands beside what is added in its place. */
function rowsOf(lines: readonly string[]): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    rows.push(...paired(removed, added));
    removed = [];
    added = [];
  };
  for (const line of lines) {
    const text = line.slice(1);
    if (line.startsWith('-')) {
      if (added.length > 0) flush();
      removed.push(text);
    } else if (line.startsWith('+')) added.push(text);
    else if (line.startsWith(' ')) {
      flush();
      rows.push({ before: text, after: text, what: 'same' });
    }
  }
  flush();
  return rows;
}

function paired(removed: readonly string[], added: readonly string[]): readonly DiffRow[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => ({
    before: removed[index],
    after: added[index],
    what: 'changed',
  }));
}
