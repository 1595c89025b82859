import { readFileSync } from 'node:fs';
import { checkReadObjects } from '../app/check-read-objects';
import type { Finding, Profile } from '../checks/check';
import type { CheckOptions } from '../checks/check-options';
import { versionProblems } from '../checks/options-problems';
import { readCheckConfig, type CheckConfig } from '../checks/read-check-config';
import { countFindings, reportText } from '../checks/report';
import { reportGithub } from '../checks/report-github';
import { reportJson } from '../checks/report-json';
import { reportSarif } from '../checks/report-sarif';
import type { TargetVersion } from '../checks/target-version';
import { readFiles } from '../manifest/read-files';
import type { CheckFormat } from './check-command';
import type { ExitCode } from './exit-code';
import { isColored, printNote, printProblems, printResult } from './print';

/** What the command line says. */
export interface CheckFlags {
  /** Form of the report. */
  readonly format: CheckFormat;
  /** Kubernetes version, whatever the files and the configuration say. */
  readonly kubernetesVersion?: string;
  /** Good practice to check, too. */
  readonly profile?: Profile;
  /** Whether everything that the objects refer to must be among them. */
  readonly references?: 'open' | 'closed';
  /** Path of a configuration file. */
  readonly config?: string;
}

/** Checks files, prints what is found, and tells how the command ends. */
export async function check(paths: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  const { format, kubernetesVersion, profile, references } = flags;
  const config = configOf(flags.config);
  const wrong = [
    ...(kubernetesVersion === undefined
      ? []
      : versionProblems(kubernetesVersion, '--kubernetes-version')),
    ...config.problems,
  ];
  if (wrong.length > 0) {
    printProblems(wrong);
    return 2;
  }
  const options: CheckOptions = {
    // The one clock of the command: whether a waiver has expired is up to the day.
    today: new Date().toISOString().slice(0, 10),
    ...config.options,
    ...(profile === undefined ? {} : { profile }),
    ...(references === undefined ? {} : { references }),
  };
  const { objects, problems } = await readFiles(paths);
  const { target, findings } = checkReadObjects(objects, options, kubernetesVersion);
  printProblems(problems);
  printResult(report(format, findings, target.version));
  printNote(summary(objects.length, target, findings));
  if (problems.length > 0) {
    printNote(`Not all could be read: see the ${count(problems.length, 'problem')} above.`);
    return 2;
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function configOf(path: string | undefined): CheckConfig {
  if (path === undefined) return { options: {}, problems: [] };
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    const problem = `the configuration can not be read (${(error as NodeJS.ErrnoException).code ?? ''})`;
    return { options: {}, problems: [{ path, problem, fix: 'Check the path after --config.' }] };
  }
  return readCheckConfig(source, path);
}

function report(format: CheckFormat, findings: readonly Finding[], version: string): string {
  switch (format) {
    case 'text':
      return reportText(findings, { color: isColored(process.stdout) });
    case 'json':
      return reportJson(findings, version);
    case 'sarif':
      return reportSarif(findings);
    case 'github':
      return reportGithub(findings);
  }
}

const sources: Readonly<Record<TargetVersion['source'], string>> = {
  given: 'as asked for',
  cluster: 'the version of the KubeKey Cluster',
  configuration: 'the version of the configuration',
  newest: 'the newest version known',
};

function summary(objects: number, target: TargetVersion, findings: readonly Finding[]): string {
  return `Checked ${count(objects, 'object')} for Kubernetes ${target.version} (${sources[target.source]}): ${countFindings(findings)}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
