import { throwProblems } from '../errors';
import { describe } from '../manifest/manifest';
import type { ReadProblem } from '../manifest/source-text';
import type { Finding } from './check';
import { findingsForm, unreadableForm } from './finding-form';
import { sourceOf } from './origin';
import { unreadableFile } from './report';

/**
 * Findings as workflow commands of GitHub Actions, one a line, which GitHub shows beside the lines of
 * a pull request.
 *
 * @param unreadable the `problems` of what `readManifests` and `readFiles` gave; default: none
 * @throws GroundworkError where an argument is something else
 */
export function reportGithub(
  findings: readonly Finding[],
  unreadable: readonly ReadProblem[] = [],
): string {
  throwProblems(
    [...findingsForm(findings, 'findings'), ...unreadableForm(unreadable, 'unreadable')],
    reportGithub,
  );
  return [...unreadable.map(unread), ...findings.map(command)].map((line) => `${line}\n`).join('');
}

function unread({ file, line, column, problem, fix }: ReadProblem): string {
  const properties = {
    file,
    ...(line === undefined ? {} : { line: String(line) }),
    ...(column === undefined ? {} : { col: String(column) }),
    title: unreadableFile,
  };
  return `::error ${written(properties)}::${data(`${problem}. ${fix}`)}`;
}

function written(properties: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${property(value ?? '')}`)
    .join(',');
}

function command({ severity, check, object, field, problem, fix, origin }: Finding): string {
  const properties = {
    ...('file' in origin
      ? { file: origin.file, line: String(origin.line), col: String(origin.column) }
      : {}),
    title: check,
  };
  const place = 'file' in origin ? '' : `${sourceOf(origin)}: `;
  const what = [describe(object), field].filter((part) => part !== '').join(' ');
  return `::${severity} ${written(properties)}::${data(`${place}${what}: ${problem}. ${fix}`)}`;
}

/** The escapes of the runner for what stands after `::`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The escapes of the runner for the value of a property. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
