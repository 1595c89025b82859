import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { show, throwProblems, type Problem } from '../errors';

/** The public key that lets kk in: its text, or the path of its file. */
export interface KubeKeyPublicKey {
  /**
   * Text of the public key: the one line of a file such as `id_ed25519.pub`.
   *
   * @default - the one of `publicKeyFile`
   */
  readonly publicKey?: string;
  /**
   * Path of the public key's file, such as `~/.ssh/id_ed25519.pub`; a leading `~/` is your home folder. It is read
   * at once.
   *
   * @default - the text of `publicKey`; without either no key is put on the hosts
   */
  readonly publicKeyFile?: string;
}

const what = 'the public key that belongs to the private key of the hosts';
const giveFile = `Give the path of ${what}; "ssh-keygen -t rsa -b 4096 -f ~/.ssh/id_rsa" makes both.`;

/**
 * The line for `authorized_keys`, or undefined where no key is given.
 *
 * Never shows what it got: who gives the wrong thing may have given the private key.
 *
 * @param path where to report problems
 * @throws GroundworkError where the key can't be read or is no public key
 */
export function publicKeyLine(
  path: string,
  { publicKey, publicKeyFile }: KubeKeyPublicKey,
): string | undefined {
  if (publicKey !== undefined && publicKeyFile !== undefined) {
    const problem = 'publicKey and publicKeyFile are both given';
    throwProblems([{ path, problem, fix: 'Give one of the two.' }]);
  }
  const field = publicKeyFile === undefined ? 'publicKey' : 'publicKeyFile';
  const text = publicKeyFile === undefined ? publicKey : readKeyFile(path, publicKeyFile);
  if (text === undefined) return undefined;
  const line = typeof text === 'string' ? text.trim() : '';
  throwProblems(lineProblems(path, field, line));
  return line;
}

function readKeyFile(path: string, file: unknown): string | undefined {
  if (typeof file === 'string' && file !== '') {
    try {
      return readFileSync(file.startsWith('~/') ? join(homedir(), file.slice(2)) : file, 'utf8');
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      const problem = `publicKeyFile ${show(file)} can't be read (${code})`;
      throwProblems([{ path, problem, fix: giveFile }]);
    }
  }
  const problem = `publicKeyFile must be the path of a file, got ${show(file)}`;
  throwProblems([{ path, problem, fix: giveFile }]);
  return undefined;
}

function lineProblems(path: string, field: string, line: string): readonly Problem[] {
  if (line.includes('PRIVATE KEY')) {
    const problem = `${field} holds a private key, which must not leave your machine`;
    return [{ path, problem, fix: 'Give the public one: its file ends in ".pub".' }];
  }
  const [, type = '', data = ''] =
    /^([a-z0-9@.-]+) ([A-Za-z0-9+/]+={0,2})(?: \P{Cc}*)?$/u.exec(line) ?? [];
  const bytes = Buffer.from(data, 'base64');
  // The data begins with its own type: a line that was cut or pasted wrongly shows here.
  const length = bytes.length < 4 ? 0 : bytes.readUInt32BE(0);
  if (type !== '' && bytes.subarray(4, 4 + length).toString('latin1') === type) return [];
  const problem = `${field} is not the one line of an OpenSSH public key`;
  return [{ path, problem, fix: `Give ${what}, such as "ssh-ed25519 AAAA... you@example.com".` }];
}
