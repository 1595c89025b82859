import { optionFindings } from '../checks/option-findings';
import { checks } from '../checks/rules/index';

/**
 * All checks as a table for people: id, severity, the profiles that a check runs in, what holds. What is
 * said of the options stands last.
 */
export function listChecks(): string {
  const rows = [...checks, ...optionFindings].map(({ id, severity, profiles, summary }) => {
    return [id, severity, profiles?.join(', ') ?? 'always', summary];
  });
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line}\n`)
    .join('');
}
