import { show, throwProblems, type Problem } from '../errors';
import { recordOf } from '../manifest/form';
import { isFields } from '../manifest/manifest';
import type { ArgumentProblem } from './argument-problem';
import { redacted } from '../manifest/secret-names';
import { Secret, SecretSlot } from './secret';

/** What a key may come with. */
export interface CredentialOptions {
  /**
   * Password for `sudo`, needed where the user isn't root and `sudo` asks for one.
   *
   * @default - none: `sudo` asks for no password
   */
  readonly sudoPassword?: string | Secret;
}

/** What a credential consists of. */
interface Parts {
  readonly keyPath?: string;
  readonly key?: Secret;
  readonly password?: Secret;
}

let partsOf: (credential: Credential) => Parts;

/**
 * How to log in to a host or a registry. It shows its secrets to nobody: as text, as JSON and in
 * a log it is `<redacted>`.
 *
 * Each secret is a text, or `fromEnv(name)` to keep it out of the program. The environment is read when
 * the file is written.
 *
 * @example
 * Credential.privateKeyFile('~/.ssh/id_rsa');
 * Credential.password(fromEnv('NODE_PASSWORD'));
 */
export class Credential {
  /**
   * A private key in a file, on the machine that runs kk. The file isn't read here, so it may be missing.
   *
   * @param path path of the file; a leading `~/` is the home folder of the user that runs kk
   * @throws GroundworkError where the path is empty, holds a key itself, or begins in a way that kk doesn't expand
   */
  static privateKeyFile(path: string, options: CredentialOptions = {}): Credential {
    const problem = pathProblem(path);
    throwProblems([
      ...(problem === undefined ? [] : [problem]),
      ...optionsProblems('Credential.privateKeyFile', options),
    ]);
    return new Credential({ keyPath: path, ...passwordOf(options) });
  }

  /**
   * A private key by its text, in PEM form.
   *
   * @throws GroundworkError where the text isn't the one of a private key
   */
  static privateKeyText(text: string | Secret, options: CredentialOptions = {}): Credential {
    const where = 'Credential.privateKeyText';
    throwProblems([
      ...secretProblems(where, 'the key', text),
      ...(typeof text === 'string' && text !== '' && !text.includes('PRIVATE KEY') ? [noKey] : []),
      ...optionsProblems(where, options),
    ]);
    return new Credential({ key: secretOf(text), ...passwordOf(options) });
  }

  /**
   * A password. On a host it also answers `sudo`.
   *
   * @throws GroundworkError where the password is empty
   */
  static password(text: string | Secret): Credential {
    throwProblems(secretProblems('Credential.password', 'the password', text));
    return new Credential({ password: secretOf(text) });
  }

  readonly #parts: Parts;

  static {
    partsOf = (credential) => credential.#parts;
  }

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** `Credential(<redacted>)`. */
  toString(): string {
    return `Credential(${redacted})`;
  }

  /** `<redacted>`. */
  toJSON(): string {
    return redacted;
  }
}

const optionsForm = recordOf({ sudoPassword: () => [] });

/** What is wrong with the options, in words that show none of their values. */
function optionsProblems(where: string, options: unknown): readonly Problem[] {
  if (isFields(options)) {
    return [
      ...optionsForm(options, `${where} options`),
      ...secretProblems(where, 'sudoPassword', options['sudoPassword'], true),
    ];
  }
  const fix = "Write { sudoPassword: fromEnv('SUDO_PASSWORD') }, or leave them out.";
  return [{ path: where, problem: 'the options must be a mapping', fix }];
}

/** The parts of a credential with each secret in its slot. */
export interface CredentialSlots {
  /** Path of a key file. */
  readonly keyPath?: string;
  /** Text of a key. */
  readonly key?: SecretSlot;
  /** Password. */
  readonly password?: SecretSlot;
}

/**
 * The parts of a credential, to be put in a manifest.
 *
 * @param owner whose credential it is, such as `host node1`
 */
export function credentialSlots(credential: Credential, owner: string): CredentialSlots {
  const { keyPath, key, password } = partsOf(credential);
  return {
    ...(keyPath === undefined ? {} : { keyPath }),
    ...(key === undefined ? {} : { key: new SecretSlot(owner, key) }),
    ...(password === undefined ? {} : { password: new SecretSlot(owner, password) }),
  };
}

function secretOf(text: string | Secret): Secret {
  return text instanceof Secret ? text : new Secret({ text });
}

function passwordOf({ sudoPassword }: CredentialOptions): Parts {
  return sudoPassword === undefined ? {} : { password: secretOf(sudoPassword) };
}

/** Never shows the value: it may be a secret. */
function secretProblems(
  path: string,
  what: string,
  value: unknown,
  optional = false,
): readonly Problem[] {
  if (value instanceof Secret || (optional && value === undefined)) return [];
  if (typeof value === 'string' && value !== '') return [];
  const problem = `${what} must be a text that isn't empty, or fromEnv(name)`;
  return [
    { path, problem, fix: 'Give the text, or fromEnv("NAME") to read it from the environment.' },
  ];
}

const noKey: Problem = {
  path: 'Credential.privateKeyText',
  problem: 'the text is not the one of a private key in PEM form',
  fix: 'Give the text of the key file, or its path to Credential.privateKeyFile.',
};

function pathProblem(keyPath: unknown): Problem | undefined {
  const path = 'Credential.privateKeyFile';
  if (typeof keyPath !== 'string' || keyPath.trim() === '') {
    const problem = `the path of a key file is needed, got ${keyPath === undefined ? 'nothing' : keyPath === '' ? '""' : 'something else'}`;
    return { path, problem, fix: 'Give the path of the private key, such as "~/.ssh/id_rsa".' };
  }
  if (keyPath.includes('PRIVATE KEY') || keyPath.includes('\n')) {
    const problem = 'the path of a key file is needed, got the text of a key';
    return { path, problem, fix: 'Give the path, or the text to Credential.privateKeyText.' };
  }
  if (/^~(?!\/)|^\$/.test(keyPath)) {
    const problem = `kk expands only a leading "~/", got ${show(keyPath)}`;
    return { path, problem, fix: 'Write "~/" or the whole path.' };
  }
  return undefined;
}

/**
 * What is wrong where a secret was written into a host or a registry in the open, as JavaScript can do it.
 * Taken as it is, it would end in snapshots and messages.
 */
export function openSecretProblems(where: string, holder: object): readonly ArgumentProblem[] {
  return ['password', 'privateKey', 'privateKeyPath', 'sudoPassword']
    .filter((field) => Object.hasOwn(holder, field))
    .map((field) => ({
      problem: `${where}.${field} is no field of its own`,
      fix: 'Give it as "credential", by one of the methods of Credential.',
    }));
}
