import { Argument, Command, Option } from 'commander';
import type { CheckFlags } from './check';
import { checkFormats } from './check-format';
import type { ExitCode } from './exit-code';

interface CheckArguments extends CheckFlags {
  readonly list?: boolean;
}

/** The command `check`: everything that is wrong with manifests, without a cluster. */
export function checkCommand(end: (code: ExitCode) => void): Command {
  const command = new Command('check');
  return command
    .summary('find what is wrong with manifests')
    .description(
      'Reads manifests and reports everything that is wrong with them, without a cluster and without the network. All files of one call belong to one cluster. A KubeKey Cluster among them says which Kubernetes version they are for; without one it is the newest.',
    )
    .addArgument(
      new Argument(
        '[path...]',
        'YAML or JSON files, folders (searched in depth), or - for standard input',
      ),
    )
    .addOption(
      new Option('--format <format>', 'form of the report').choices(checkFormats).default('text'),
    )
    .option(
      '--kubernetes-version <version>',
      'Kubernetes version, such as 1.30, whatever else says',
    )
    .addOption(
      new Option('--profile <profile>', 'good practice to check, too').choices([
        'recommended',
        'production',
      ]),
    )
    .addOption(
      new Option(
        '--references <references>',
        'whether all that the objects refer to must be among them',
      ).choices(['open', 'closed']),
    )
    .option('--config <file>', 'severities, waivers and the like, in YAML or JSON')
    .option('--list', 'list all checks, and check nothing')
    .addHelpText(
      'after',
      '\nExit codes: 0 no errors (there may be warnings), 1 errors were found, 2 something could not be read, or there was no object.',
    )
    .action(async (paths: string[], { list, ...flags }: CheckArguments) => {
      // Loaded here, so that help and wrong arguments don't wait for the checks.
      if (list === true) {
        const { listChecks } = await import('./list-checks.js');
        process.stdout.write(listChecks());
        end(0);
        return;
      }
      if (paths.length === 0) command.error("error: missing required argument 'path'");
      const { check } = await import('./check.js');
      end(await check(paths, flags));
    });
}
