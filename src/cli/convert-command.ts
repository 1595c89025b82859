import { Argument, Command, Option } from 'commander';
import type { ConvertOptions } from './convert';
import type { ExitCode } from './exit-code';

/** The command `kubekey convert`: a file for kk 3 as files for kk 4. */
export function convertCommand(end: (code: ExitCode) => void): Command {
  return new Command('convert')
    .summary('turn a file for kk 3 into files for kk 4')
    .description(
      'Reads a Cluster file (v1alpha2) as kk 3 reads it, writes it as an inventory and a config for kk 4, and reports what kk 3 would have ignored or changed and what kk 4 has no place for. The secrets of the file go into the new files, which only their owner can read, and never into the report.',
    )
    .addArgument(new Argument('<file>', 'the file for kk 3, or - for standard input'))
    .addOption(
      new Option('--to <format>', 'format of the new files').choices(['v4']).makeOptionMandatory(),
    )
    .option('--out <folder>', 'folder of the new files; made if it is missing', '.')
    .option('--force', 'replace files that exist')
    .addHelpText(
      'after',
      '\nExit codes: 0 the files are written, 1 the file holds errors that keep it from being converted, 2 something could not be read or written.',
    )
    .action(async (file: string, options: ConvertOptions) => {
      // Loaded here, since it needs cdk8s, which the other commands don't wait for.
      const { convert } = await import('./convert.js');
      end(await convert(file, options));
    });
}
