import { isSecret, isSecretName } from './secret-names';

/** Gives what stands in place of a secret. */
export type Hide = (secret: string) => string;

/** Switches that take a password, where only the command that they are for says so. */
const logins: readonly (readonly [command: RegExp, option: string])[] = [
  [
    /\b(?:mysql|mariadb|mongo|sshpass|(?:docker|podman|nerdctl|crane|registry|oras|skopeo|az)\s+login)/,
    '-p',
  ],
  [/\bsqlcmd\b/, '-P'],
  [/\b(?:redis|valkey)-cli\b/, '-a'],
  [/\bldap(?:search|add|modify|delete|passwd|whoami)\b/, '-w'],
];
/** The commands that take it without a space between. */
const attaches = /\b(?:mysql|mariadb|sshpass)/;
/** Switches behind which a name and a password stand. */
const namesWithPassword: ReadonlySet<string> = new Set([
  '-u',
  '--user',
  '--proxy-user',
  '--creds',
  '--src-creds',
  '--dest-creds',
]);
const option = /^--?[A-Za-z][\w.-]*$/;

/** What the switches of one command take, found out once for all of them. */
class Command {
  readonly #passwords: ReadonlySet<string>;
  readonly #attaches: boolean;

  constructor(text: string) {
    this.#passwords = new Set(logins.filter(([it]) => it.test(text)).map(([, name]) => name));
    this.#attaches = attaches.test(text);
  }

  /** Tells whether the word behind a switch is a secret. */
  takes(name: string, value: string): boolean {
    if (isSecretName(name)) return isSecret(name, value);
    if (!namesWithPassword.has(name)) {
      return this.#passwords.has(name) && isSecret('password', value);
    }
    // `-u 1000:1000` names a user and a group.
    const password = /:(.*)$/s.exec(value)?.[1] ?? '';
    return !/^\d*$/.test(password) && isSecret('password', password);
  }

  /** Tells whether a word is a switch and the password in one: `-psecret`. */
  isAttached(word: string): boolean {
    return this.#attaches && /^-p[^-]/.test(word) && isSecret('password', word.slice(2));
  }
}

/**
 * The words of a command, each an item of a list, without the secrets that its switches take.
 *
 * @param around what else tells which command it is, such as an image
 */
export function hideInWords(
  words: readonly unknown[],
  hide: Hide,
  around = '',
): readonly unknown[] {
  if (!words.some((word) => typeof word === 'string' && word.startsWith('-'))) return words;
  const command = new Command(
    [around, ...words.filter((word) => typeof word === 'string')].join(' '),
  );
  return words.map((word, index) => {
    if (typeof word !== 'string') return word;
    const before = words[index - 1];
    const isTaken =
      typeof before === 'string' && option.test(before) && command.takes(before, word);
    if (isTaken) return hide(word);
    return command.isAttached(word) ? `-p${hide(word.slice(2))}` : word;
  });
}

/** Behind a switch: the word that it takes, whose quotes are not part of it. */
const nextWord = /\\?["']?(?:[ \t,]|\\\n){1,99}(\\?["']?)/y;
const attached = /(["']?)/y;

/** A text without the secrets that the switches of commands in it take: `--token secret`. */
export function hideInCommands(text: string, hide: Hide): string {
  if (!/(?:^|[\s"'])-/.test(text)) return text;
  const command = new Command(text);
  const options = /(?<![\w-])--?[A-Za-z][\w.-]*/g;
  let shown = '';
  let end = 0;
  for (let found = options.exec(text); found !== null; found = options.exec(text)) {
    const [name] = found;
    let value = wordAt(text, options.lastIndex, nextWord);
    if (value === undefined || !command.takes(name, value.text)) {
      value = wordAt(text, found.index + 2, attached);
      if (value === undefined || !command.isAttached(`-p${value.text}`) || !name.startsWith('-p'))
        continue;
    }
    shown += text.slice(end, value.start) + hide(value.text);
    end = value.start + value.text.length;
    options.lastIndex = end;
  }
  return shown + text.slice(end);
}

function wordAt(
  text: string,
  from: number,
  before: RegExp,
): { readonly start: number; readonly text: string } | undefined {
  before.lastIndex = from;
  const found = before.exec(text);
  if (found === null) return undefined;
  const start = before.lastIndex;
  const quote = found[1] ?? '';
  const close = quote === '' ? -1 : text.indexOf(quote, start);
  const plain = /[^\s"';|&]*/y;
  plain.lastIndex = start;
  return { start, text: close < 0 ? (plain.exec(text)?.[0] ?? '') : text.slice(start, close) };
}
