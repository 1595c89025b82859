import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Commands of the real machine that a script may use: they touch nothing but the files that it names. */
const real = ['cut', 'grep', 'mkdir', 'tail', 'touch', 'chmod'];

/** A run of a script: how it ended, what it called, and what it said. */
export interface Run {
  readonly status: number | null;
  /** The commands that would change the machine, with their arguments, in order. */
  readonly calls: readonly string[];
  readonly said: string;
}

/**
 * A machine made of a folder: its PATH holds stubs that note how they were called, and nothing of the real
 * machine that could change it. Package managers "install" a command by making its stub.
 */
export class HostMachine {
  readonly home: string;
  readonly #bin: string;
  readonly #log: string;

  /** @param commands what is installed besides the package manager, with a stub's script for each */
  constructor(commands: Readonly<Record<string, string>>) {
    const root = mkdtempSync(join(tmpdir(), 'host-'));
    this.home = join(root, 'home');
    this.#bin = join(root, 'bin');
    this.#log = join(root, 'log');
    mkdirSync(this.home);
    mkdirSync(this.#bin);
    for (const name of real) {
      const path = execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
      symlinkSync(path, join(this.#bin, name));
    }
    this.stub('id', 'echo 0');
    this.stub('getent', `[ "$2" = nobody-knows ] || echo "x:x:0:0::${this.home}:/bin/sh"`);
    this.stub('chown', '');
    for (const [name, script] of Object.entries(commands)) this.stub(name, script);
  }

  /** Installs a command. */
  stub(name: string, script: string): void {
    const path = join(this.#bin, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  /** The line of a stub's script that notes the call. */
  get noted(): string {
    return `echo "\${0##*/} $*" >>'${this.#log}'`;
  }

  /** The lines of a package manager's script that make a stub for the last argument, under another name for some. */
  installs(commands: Readonly<Record<string, string>> = {}): string {
    const cases = Object.entries(commands).map(([from, to]) => `${from}) name=${to} ;;`);
    return [
      this.noted,
      'for name in "$@"; do :; done',
      `case "$name" in ${cases.join(' ')} esac`,
      `echo '#!/bin/sh' >'${this.#bin}'/"$name"`,
      `chmod 755 '${this.#bin}'/"$name"`,
    ].join('\n');
  }

  /** Runs a script in it. */
  run(script: string): Run {
    writeFileSync(this.#log, '');
    const { status, stderr } = spawnSync('/bin/sh', ['-c', script], {
      encoding: 'utf8',
      env: { PATH: this.#bin },
    });
    const calls = readFileSync(this.#log, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    return { status, calls, said: stderr };
  }

  /** What authorized_keys holds. */
  get keys(): string {
    return readFileSync(join(this.home, '.ssh/authorized_keys'), 'utf8');
  }
}
