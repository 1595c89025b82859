import { Argument, Command, Option } from 'commander';
import { checkReadObjects } from '../app/check-read-objects';
import type { Finding } from '../checks/check';
import { countFindings, reportText } from '../checks/report';
import { reportJson } from '../checks/report-json';
import type { TargetVersion } from '../checks/target-version';
import { readFiles } from '../manifest/read-files';
import type { ExitCode } from './exit-code';
import { isColored, printNote, printProblems, printResult } from './print';

/** Forms of the report. */
const formats = ['text', 'json'] as const;

interface CheckOptions {
  readonly format: (typeof formats)[number];
}

/** The command `check`: everything that is wrong with manifests, without a cluster. */
export function checkCommand(end: (code: ExitCode) => void): Command {
  return new Command('check')
    .summary('find what is wrong with manifests')
    .description(
      'Reads manifests and reports everything that is wrong with them, without a cluster and without the network. All files of one call belong to one cluster. A KubeKey Cluster among them says which Kubernetes version they are for; without one it is the newest.',
    )
    .addArgument(
      new Argument(
        '<path...>',
        'YAML or JSON files, folders (searched in depth), or - for standard input',
      ),
    )
    .addOption(
      new Option('--format <format>', 'form of the report').choices(formats).default('text'),
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 no errors (there may be warnings), 1 errors were found, 2 something could not be read.',
    )
    .action(async (paths: string[], options: CheckOptions) => {
      end(await check(paths, options));
    });
}

async function check(paths: readonly string[], { format }: CheckOptions): Promise<ExitCode> {
  const { objects, problems } = await readFiles(paths);
  const { target, findings } = checkReadObjects(objects);
  printProblems(problems);
  printResult(
    format === 'json'
      ? reportJson(findings, target.version)
      : reportText(findings, { color: isColored(process.stdout) }),
  );
  printNote(summary(objects.length, target, findings));
  if (problems.length > 0) {
    printNote(`Not all could be read: see the ${count(problems.length, 'problem')} above.`);
    return 2;
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function summary(objects: number, target: TargetVersion, findings: readonly Finding[]): string {
  const why =
    target.source === 'cluster' ? 'the version of the KubeKey Cluster' : 'the newest version known';
  return `Checked ${count(objects, 'object')} for Kubernetes ${target.version} (${why}): ${countFindings(findings)}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
