import { Command } from 'commander';
import { convertCommand } from './convert-command';
import type { ExitCode } from './exit-code';

/** The commands for KubeKey's own files. */
export function kubekeyCommand(end: (code: ExitCode) => void): Command {
  return new Command('kubekey')
    .summary("work with KubeKey's files")
    .description("Works with KubeKey's own files.")
    .addCommand(convertCommand(end));
}
