import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a run of the command line gave. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const root = join(__dirname, '..', '..');

/** Runs the command line as a process of its own, in a folder, with a text as standard input. */
export function runCli(
  args: readonly string[],
  {
    cwd = root,
    input = '',
    env = {},
  }: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv } = {},
): CliRun {
  const tsx = require.resolve('tsx');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `file://${tsx}`, join(root, 'src', 'cli', 'main.ts'), ...args],
    {
      cwd,
      input,
      encoding: 'utf8',
      env: {
        ...process.env,
        NO_COLOR: undefined,
        FORCE_COLOR: undefined,
        NODE_OPTIONS: undefined,
        ...env,
      },
    },
  );
  return { code: status, stdout, stderr };
}
