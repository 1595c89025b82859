#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { GroundworkError } from '../errors';
import { checkCommand } from './check-command';
import type { ExitCode } from './exit-code';
import { helpCommand } from './help-command';
import { kubekeyCommand } from './kubekey-command';
import { packageVersion } from './package-version';
import { printNote, printProblems } from './print';
import { reviewCommand } from './review-command';

/** Ends the process when all output is written: `process.exit` would cut off what is still in a pipe. */
function end(code: ExitCode): void {
  process.exitCode = code;
}

function program(): Command {
  const main = new Command('cdk8s-groundwork')
    .description(
      'Checks Kubernetes manifests and KubeKey clusters before they are applied, and tells what applying them will do.',
    )
    .version(packageVersion(), '--version', 'print the version')
    .addCommand(checkCommand(end))
    .addCommand(reviewCommand(end))
    .addCommand(kubekeyCommand(end));
  settle(main, main.name());
  return main;
}

/** What all commands have in common: one word for help, no `process.exit`, and a way out of an error. */
function settle(command: Command, name: string): void {
  command.exitOverride().helpOption('-h, --help', 'print this help');
  if (command.commands.length > 0) command.helpCommand(false).addCommand(helpCommand(command));
  for (const inner of command.commands) settle(inner, `${name} ${inner.name()}`);
  if (command.commands.length > 0) command.showHelpAfterError();
  else command.showHelpAfterError(`Run "${name} --help" for what it takes.`);
}

async function main(): Promise<void> {
  // Whoever reads the output may stop early, as `head` does.
  process.stdout.on('error', () => {
    process.exit();
  });
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has said it already; it ends with 0 where the help was asked for.
      end(error.exitCode === 0 ? 0 : 2);
    } else if (error instanceof GroundworkError) {
      printProblems(error.problems);
      end(2);
    } else {
      printNote(error instanceof Error ? (error.stack ?? error.message) : String(error));
      end(2);
    }
  }
}

void main();
