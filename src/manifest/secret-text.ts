import { isSecret, isSecretName, redacted } from './secret-names';
import { hideInCommands, type Hide } from './secret-switches';

/** Told of each secret that is left out. */
export type OnSecret = (secret: string) => void;

/**
 * A value without the secrets in it: what a URL, a header, a command or the lines of a configuration
 * file give as a password, a token or a key. Takes linear time.
 */
export function withoutSecrets(text: string, onSecret?: OnSecret): string {
  if (!mayHold.test(text)) return text;
  const hide = hideBy(onSecret);
  return hideSettings(hideInCommands(hideForms(text, hide), hide), hide, true);
}

/**
 * A message without the secrets in it. A colon in a message stands behind what it is about, as in
 * `password: must be text`, so what follows is no value.
 */
export function messageWithoutSecrets(text: string): string {
  if (!mayQuote.test(text)) return text;
  const hide = hideBy(undefined);
  return hideSettings(hideForms(text, hide), hide, false);
}

/** Tells whether a text, such as a configuration file, has a secret in it; one that is a comment gives none. */
export function holdsSecret(text: string): boolean {
  const said = text.replace(/^[ \t]*#.*$/gm, '');
  return withoutSecrets(said) !== said;
}

function hideBy(onSecret: OnSecret | undefined): Hide {
  return (secret) => {
    onSecret?.(secret);
    return redacted;
  };
}

/** What every message with a secret has something of: most texts have none of it, and are done. */
const mayQuote =
  /[@=]|KEY-|eyJ|LS0t|AKIA|ASIA|AIza|[rsp]k[-_]|hf_|gh[a-z]_|github_pat|gl[a-z]+-|xox|npm_|hvs\.|Bearer|Basic|slack|telegram/;
/** The same of values. */
const mayHold =
  /@|pass|pas+w|pw|psk|psw|secret|token|key|auth|cred|jwt|cookie|cli\b|mysql|mariadb|sqlcmd|ldap|login|curl|mongo|identified|add_user|bearer|basic|slack|telegram|eyJ|LS0t|AKIA|ASIA|AIza|[rsp]k[-_]|hf_|gh[a-z]_|gl[a-z]+-|xox|npm_|hvs\.|\bsig|signature|\s-u|-user|\$(?:apr1|\d)|\{SHA|:(?:\d{1,5}|\*):/i;

/**
 * Forms that are a secret wherever they stand: what comes before it, and the secret. Each begins where
 * no word goes on, and what it skips is bounded, so that a search takes linear time.
 */
const forms: readonly RegExp[] = [
  /()(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^]*?(?:-----END [A-Z0-9 ]{0,40}-----|$))/g,
  /(?<![\w+/=-])()(LS0tLS1CRUdJTi(?:BQUklW|BSU0Eg|BFQyBQ|BPUEVOU1NI|BFTkNSWVBURUQ)[\w+/=]*)/g,
  /(?<![\w+/=-])()(eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|(?:AKIA|ASIA)[A-Z0-9]{12,}|AIza[\w-]{20,})/g,
  /(?<![\w-])()((?:[srp]k[-_](?:live|test|proj|ant|or)[-_]|gl[a-z]{2,6}-|xox[a-z]-|hvs\.)[\w-]{10,}|(?:sk-|hf_|npm_|gh[a-z]_|github_pat_)\w{16,})/g,
  /(hooks\.slack\.com\/services\/|api\.telegram\.org\/bot)([\w:/-]+)/g,
  /([?&](?:sig|signature|x-amz-signature)=)([^\s"'&]+)/gi,
  /\b((?:Bearer|Basic)[ \t]{1,4})(?=[^\s"']{0,100}\d)([\w.~+/=-]{8,})/g,
  // What servers read from their configuration, and clients from their files.
  /(_header\s{1,9}["']?(?:authorization|cookie|[\w-]{0,40}(?:key|token|secret))["']?\s{1,9}["']?)([^"';\n]+)/gi,
  /^([ \t]*[\w-]{0,40}(?:requirepass|masterauth|password|passwd|bindpw|rootpw|secret)[ \t]{1,40})(\S+)$/gm,
  /\b((?:login|user)[ \t]{1,9}\S{1,100}\s{1,9}(?:insecure-)?password[ \t]{1,9})(\S+)/g,
  /\b(auth[ \t]{1,9}[^\s:]{1,64}:)(\S+)/g,
  /^([\w.@-]{1,64}:)((?:\$(?:apr1|2[aby]|[156])\$|\{SHA\})[^\s:]+)/gm,
  /^((?![\da-f:.]+$)[^\s:]{1,100}:(?:\d{1,5}|\*):[^\s:]{1,100}:[^\s:]{1,100}:)(\S+)$/gm,
  /^([a-z]+[-_](?:auth|password|token|secret|key)[ \t]{1,9})(?![~./$<{])(\S+)$/gm,
  /(\bdefine\([ \t]{0,9}["']\w{0,60}(?:PASSWORD|SECRET|TOKEN|KEY|SALT)["'][ \t]{0,9},[ \t]{0,9}["'])([^"'\n]+)/g,
  // What commands take without a switch of that name.
  /\b((?:identified by|password)[ \t]{1,9}\\?')([^'\n]+)/gi,
  /\b((?:add_user|change_password)[ \t]{1,9}\S{1,100}[ \t]{1,9})([^\s"']+)/g,
  /\b(echo[ \t]{1,9}(?:-n[ \t]{1,9})?["']?)([^|"'\n]{1,200})(?=["']?[ \t]{0,9}\|[^|\n]{0,200}(?:--password-stdin|sudo -S))/g,
  /(--(?:proxy-)?user=["']?[^\s:"'=]{1,64}:)(?!\d+\b)([^\s"']+)/g,
  /\b((?:thin:|sqlplus[ \t]{1,9})[\w.]{1,64}\/)([^\s@"']+)(?=@)/g,
];

/** The user and the password before the host of a URL, or a token alone, up to the last @ before its path. */
const inUrl = /(https?)?:\/\/([^\s/?#"']*)@/gi;
/** The same with a slash in the password, which no port is. */
const withSlash = /:\/\/([^\s/?#@:"'[]{0,64}:(?!\d{1,5}[/?#])[^\s@"']{1,200})@/g;
/** The same without a scheme. The digest of an image and the version of a package stand behind an @ too. */
const withoutScheme =
  /(?<![^\s"'=,([{])(?!(?:mailto|sips?|acct|xmpp|npm|pkg|github|docker|file):|(?:user|group|serviceAccount|principal):[^\s@]{1,100}@[\w-]{1,100}(?:\.[\w-]{1,100}){1,9}(?![\w.:/-]))([\w.%+$-]{1,64}:(?!\d{1,5}[/?#]|\/\/)[^\s@"']{1,200})@(?!sha\d+:|v?\d+(?:\.\d+){0,2}(?![\d.]))(?=[\w.[(-])/g;

/** A name and a value as two fields: `"name": "DB_PASSWORD", "value": "..."`, in JSON, YAML or XML. */
const pair =
  /((?<![\w.-])(?:name|key)\\{0,3}["']?\s{0,9}[:=]\s{0,9}\\{0,3}["']?([\w.-]{1,100})\\{0,3}["']?[\s,]{1,99}\\{0,3}["']?value\\{0,3}["']?\s{0,9}[:=]\s{0,9})(\\{0,3}["']?)([^"'\\\n<>]+)/g;
const element = /(<([\w.:-]{1,100})>)([^<>]{1,1000})(?=<\/)/g;

function hideForms(text: string, hide: Hide): string {
  let shown = text;
  for (const form of forms) {
    shown = shown.replace(form, (_, before: string, secret: string) => before + hide(secret));
  }
  if (shown.includes('@')) {
    const user = (before: string, info: string, all: string): string => {
      const colon = info.indexOf(':');
      const password = info.slice(colon + 1);
      const isToken = colon < 0 && before !== '' && password.length >= 8 && /\d/.test(password);
      if (colon < 0 ? !isToken : !isSecret('password', password)) return all;
      hide(password);
      return `${all.slice(0, all.length - info.length - 1)}${redacted}@`;
    };
    shown = shown
      .replace(inUrl, (all, scheme: string | undefined, info: string) =>
        user(scheme ?? '', info, all),
      )
      .replace(withSlash, (all, info: string) => user('', info, all))
      .replace(withoutScheme, (all, info: string) => user('', info, all));
  }
  return shown
    .replace(pair, (all, before: string, name: string, quote: string, value: string) =>
      isSecret(name, value) ? before + quote + hide(value) : all,
    )
    .replace(element, (all, before: string, name: string, value: string) =>
      isSecret(name, value) ? before + hide(value) : all,
    );
}

/** A name and what stands between it and its value. */
const setting = /(?<![\w.-])([\w.-]*\w)(\\{0,3}["']?[ \t]{0,9}(?::=|={1,2}>?|:)[ \t]{0,9})/g;

/** Hides what a name is given: `password=...`, `token: ...`, `"apiKey": "..."`. */
function hideSettings(text: string, hide: Hide, isValue: boolean): string {
  const names = new RegExp(setting);
  let shown = '';
  let end = 0;
  for (let found = names.exec(text); found !== null; found = names.exec(text)) {
    const [, name = '', between = ''] = found;
    if ((!isValue && !between.endsWith('=')) || !isSecretName(name)) continue;
    const value = settingAt(text, found.index, names.lastIndex, between);
    if (!isSecret(name, value.text)) continue;
    shown += text.slice(end, value.start) + hide(value.text);
    end = value.start + value.text.length;
    names.lastIndex = end;
  }
  return end === 0 ? text : shown + text.slice(end);
}

interface Value {
  readonly start: number;
  readonly text: string;
}

/** How much of a value is looked at before it is known to be a secret. */
const atFirst = 1000;

/** The value that begins at `from`, of a name that begins at `nameAt`. */
function settingAt(text: string, nameAt: number, from: number, between: string): Value {
  const upTo = (end: RegExp, start = from): Value => {
    const head = text.slice(start, start + atFirst);
    const near = head.search(end);
    if (near >= 0) return { start, text: head.slice(0, near) };
    if (!isSecret('password', head)) return { start, text: head };
    end.lastIndex = start;
    return { start, text: text.slice(start, end.exec(text)?.index ?? text.length) };
  };
  const opening = /^\\*["']/.exec(text.slice(from, from + 4))?.[0];
  if (opening !== undefined) return upTo(closing(opening), from + opening.length);
  const outer = text.charAt(nameAt - 1);
  if (outer === '"' || outer === "'") return upTo(closing(outer));
  const near = text.slice(Math.max(0, nameAt - 100), nameAt);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const isLoose = /[: ]/.test(between);
  if (/^[ \t]*(?:(?:- |export |set |#|;|\/\/)[ \t]*)*$/.test(before)) {
    const list = listFrom(text, from);
    if (list !== '') return { start: from, text: list };
    // `PASSWORD=... psql` is a command; what else begins a line ends with it.
    const isCommand = !isLoose && /^[A-Z]/.test(text.charAt(nameAt)) && !text.includes('\n');
    const line = upTo(isCommand ? /\s/g : /[\r\n]/g);
    return /^[|>][-+\d]*$/.test(line.text) ? upTo(outdented(before.length + 1)) : line;
  }
  if (/;[ \t]*$/.test(before)) return upTo(/[;"'\r\n]/g);
  if (isLoose && /[{,][ \t]*$/.test(before)) return upTo(/[,}"\r\n]/g);
  if (isLoose && /(?:authorization|cookie)$/i.test(text.slice(nameAt, from - between.length))) {
    return upTo(/["'\r\n]/g);
  }
  return upTo(/[\s"'&;]/g);
}

/** The text or the items below a name that has nothing beside it; a mapping is neither. */
function listFrom(text: string, from: number): string {
  const items = /(?:\r?\n(?:[ \t]*- |[ \t]+)[^:\r\n]*(?=[\r\n]|$))+/y;
  items.lastIndex = from;
  return items.exec(text)?.[0] ?? '';
}

function closing(quote: string): RegExp {
  return quote.endsWith('"') ? /\\*"/g : /\\*'/g;
}

/** Where a line begins that is indented less than by so many blanks. */
function outdented(blanks: number): RegExp {
  return new RegExp(`\\n(?! {${blanks}}|[ \\t]*(?:\\r?\\n|$))`, 'g');
}
