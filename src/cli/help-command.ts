import { Command } from 'commander';

/** The command `help` of a group: Commander's own says nothing of a name that is no command. */
export function helpCommand(group: Command): Command {
  return new Command('help')
    .summary('print the help of a command')
    .description('Prints the help of a command.')
    .argument('[command]')
    .action(async (name?: string) => {
      if (name === undefined) group.help();
      const command = group.commands.find((one) => one.name() === name);
      if (command !== undefined) command.help();
      // Run as a command, so that it is refused in the same words.
      await group.parseAsync([name], { from: 'user' });
    });
}
