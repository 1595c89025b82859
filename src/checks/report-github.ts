import { throwProblems } from '../errors';
import { describe } from '../manifest/manifest';
import type { ReadProblem } from '../manifest/source-text';
import { commandPlace, workflowCommand } from '../manifest/workflow-command';
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
  return [...unreadable.map(unread), ...findings.map(command)].join('');
}

function unread({ problem, fix, ...place }: ReadProblem): string {
  const properties = { ...commandPlace(place), title: unreadableFile };
  return workflowCommand('error', properties, `${at(place.file)}${problem}. ${fix}`);
}

function command({ severity, check, object, field, problem, fix, origin }: Finding): string {
  const properties = { ...('file' in origin ? commandPlace(origin) : {}), title: check };
  const place = 'file' in origin ? at(origin.file) : `${sourceOf(origin)}: `;
  const what = [describe(object), field].filter((part) => part !== '').join(' ');
  return workflowCommand(severity, properties, `${place}${what}: ${problem}. ${fix}`);
}

/** Where something is that GitHub has no place for. */
function at(file: string): string {
  return file === '-' ? 'standard input: ' : '';
}
