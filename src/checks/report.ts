import { throwProblems } from '../errors';
import { colors } from '../manifest/colors';
import { groupBy } from '../manifest/group-by';
import { describe } from '../manifest/manifest';
import { printable } from '../manifest/printable';
import type { Finding } from './check';
import { findingsForm, reportForm } from './finding-form';
import { placeOf, sourceOf } from './origin';

/** What stands for the id of a check where a file, or a part of it, could not be read. */
export const unreadableFile = 'readable-file';

/** How a report looks. */
export interface ReportOptions {
  /**
   * Whether the text is coloured for a terminal.
   *
   * @default false
   */
  readonly color?: boolean;
}

/**
 * Findings as text for people: grouped by object, the worst object first, each finding with its
 * place and what to do about it, and a last line that counts them. No findings give no text.
 *
 * @throws GroundworkError where an argument is something else
 */
export function reportText(findings: readonly Finding[], options: ReportOptions = {}): string {
  throwProblems(
    [...findingsForm(findings, 'findings'), ...reportForm(options, 'options')],
    reportText,
  );
  if (findings.length === 0) return '';
  const paint = colors(options.color === true);
  const lines: string[] = [];
  for (const group of groupByObject(findings)) {
    const [first] = group;
    lines.push(paint.bold(printable(describe(first.object))));
    for (const finding of group) {
      const { severity, check, problem, fix, field, origin } = finding;
      const word = severity === 'error' ? paint.red(severity) : paint.yellow(severity);
      const where = field === '' ? placeOf(origin) : `${placeOf(origin)} ${field}`;
      lines.push(`  ${paint.cyan(printable(where))}`);
      lines.push(`    ${word}: ${printable(problem)} ${paint.dim(`(${check})`)}`);
      lines.push(`    ${paint.green('fix')}: ${printable(fix)}`);
    }
    lines.push('');
  }
  lines.push(paint.bold(countFindings(findings)));
  return `${lines.join('\n')}\n`;
}

/** How many findings there are, by severity: `1 error, 2 warnings`; `no findings` where none. */
export function countFindings(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const parts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ];
  return parts.join(', ') || 'no findings';
}

/** The groups in the order of their objects, those with an error before those with none. */
function groupByObject(findings: readonly Finding[]): [Finding, ...Finding[]][] {
  // Two objects of one name in two files, or from two constructs, are two groups.
  const groups = groupBy(findings, ({ object, origin }) => {
    const { apiVersion, kind, namespace = '', name } = object;
    return JSON.stringify([apiVersion, kind, namespace, name, sourceOf(origin)]);
  });
  const sorted = [...groups.values()];
  for (const group of sorted) group.sort((a, b) => badness(b) - badness(a));
  return sorted.sort(([a], [b]) => badness(b) - badness(a));
}

function badness({ severity }: Finding): number {
  return severity === 'error' ? 1 : 0;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
