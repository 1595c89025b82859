import { statSync } from 'node:fs';
import { checkReadObjects } from '../app/check-read-objects';
import type { Finding } from '../checks/check';
import { countFindings, reportText } from '../checks/report';
import { reportGithub } from '../checks/report-github';
import { reportJson } from '../checks/report-json';
import { reportSarif } from '../checks/report-sarif';
import type { TargetVersion } from '../checks/target-version';
import { readFiles, standardInput } from '../manifest/read-files';
import { fileProblem, type ReadProblem } from '../manifest/source-text';
import type { CheckFormat } from './check-format';
import { checkOptionsOf, type CheckSettings } from './check-options-of';
import type { ExitCode } from './exit-code';
import { isColored, printNote, printProblems, printResult } from './print';

/** What the command line says. */
export interface CheckFlags extends CheckSettings {
  /** Form of the report. */
  readonly format: CheckFormat;
}

/** Checks files, prints what is found, and tells how the command ends. */
export async function check(paths: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  const { format, kubernetesVersion } = flags;
  const { options, problems: wrong } = checkOptionsOf(flags);
  if (wrong.length > 0) {
    printProblems(wrong);
    return 2;
  }
  const { objects, problems: unread } = await readFiles(paths);
  const isNothing = objects.length === 0;
  const problems = isNothing && unread.length === 0 ? paths.map(noObject) : unread;
  const { target, findings } = checkReadObjects(objects, options, kubernetesVersion);
  printProblems(problems);
  printResult(report(format, findings, target.version, problems));
  if (!isNothing) printNote(summary(objects.length, target, findings));
  if (problems.length > 0) {
    const what = isNothing ? 'Nothing was checked' : 'Not all could be read';
    printNote(`${what}: see the ${count(problems.length, 'problem')} above.`);
    return 2;
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** A synth that wrote nothing must not pass for one without mistakes. */
function noObject(path: string): ReadProblem {
  const isFolder = path !== standardInput && statSync(path).isDirectory();
  const what = path === standardInput ? 'standard input' : isFolder ? 'the folder' : 'the file';
  const fix = 'Check what should have written it.';
  return fileProblem(path, { problem: `${what} holds no object`, fix });
}

function report(
  format: CheckFormat,
  findings: readonly Finding[],
  version: string,
  problems: readonly ReadProblem[],
): string {
  switch (format) {
    case 'text':
      return reportText(findings, { color: isColored(process.stdout) });
    case 'json':
      return reportJson(findings, version, problems);
    case 'sarif':
      return reportSarif(findings, [], problems);
    case 'github':
      return reportGithub(findings, problems);
  }
}

const sources: Readonly<Record<TargetVersion['source'], string>> = {
  given: 'as asked for',
  cluster: 'the version of the KubeKey Cluster',
  configuration: 'the version of the configuration',
  newest: 'the newest version known',
};

function summary(objects: number, target: TargetVersion, findings: readonly Finding[]): string {
  const { version, source, others } = target;
  const why =
    others === undefined
      ? sources[source]
      : `the version of the first KubeKey Cluster; another is for ${others.join(', ')}: check the files of each cluster in a call of its own`;
  return `Checked ${count(objects, 'object')} for Kubernetes ${version} (${why}): ${countFindings(findings)}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
