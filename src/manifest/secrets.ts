import { closest } from './closest';
import { follow, groupOf, isFields, type Fields, type Manifest } from './manifest';
import { isSecret, isSecretName, redacted } from './secret-names';
import { hideInWords } from './secret-switches';
import { messageWithoutSecrets, withoutSecrets } from './secret-text';

export { redacted };

/** What of a Secret is none. All else is, also below a name that is misspelt. */
const publicFields: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'type',
  'immutable',
]);
/** Fields of a KubeKey config that hold a credential, wherever they stand; kk matches keys in any case. */
const credentials: ReadonlySet<string> = new Set([
  'password',
  'privatekey',
  'private_key_content',
  'sudopassword',
  'token',
  'identitytoken',
  'registrytoken',
  'auth',
]);
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Tells whether all that stands below a key is a secret, whatever it looks like. */
type IsHidden = (key: string, parent: string) => boolean;

function hiddenFields(apiVersion: string): IsHidden {
  if (groupOf(apiVersion) === 'kubekey.kubesphere.io') {
    return (key) => credentials.has(key.toLowerCase()) || isMisspelt(key);
  }
  return (key, parent) => key === 'literals' && parent === 'secretGenerator';
}

function isMisspelt(key: string): boolean {
  const known = ['password', 'privateKey', 'sudoPassword'];
  return /^(?:sudo)?p/i.test(key) && closest(key, known) !== undefined;
}

/** Tells whether fields are those of a Secret, by itself or within another object, and no reference to one. */
function isSecretObject({ apiVersion, kind, metadata }: Fields, depth: number): boolean {
  if (kind !== 'Secret' || (depth > 0 && metadata === undefined)) return false;
  return typeof apiVersion !== 'string' || groupOf(apiVersion) === '';
}

/** A Secret that stands as text within another object. */
const secretInText = /(?:^|[\s"'{,])kind\\?["']?[ \t]{0,9}:[ \t]{0,9}\\?["']?Secret(?!\w)/;
const dataInText = /(?:^|[\s"'{,\\])(?:stringData|data)\\?["']?[ \t]{0,9}:/;

function isSecretText(text: string): boolean {
  return secretInText.test(text) && dataInText.test(text);
}

/** What a name is given as, beside it or below it: `{ name: DB_PASSWORD, value: ... }`. */
const givenAs: ReadonlySet<string> = new Set([
  'value',
  'default',
  'content',
  'text',
  'plain',
  'plainText',
  'raw',
  'literal',
  'example',
]);

/** What tells about a password below its name, and is none: `{ secretKeyRef: { name, key } }`. */
const aboutPassword =
  /^(?:x-.*|user|enabled|optional|required|format|description|pattern|title|property|namespace|version|.*(?:ref|name|path|key|file|length|policy|type|secret))$/i;

/** Tells whether a key says only how the value of the name around it is given. */
function isGiven(name: string, key: string, value: unknown): boolean {
  if (givenAs.has(key)) return true;
  if (!/passw|passphrase|api_?keys/i.test(name) || !isSecretName(name)) return false;
  return typeof value === 'object' || !aboutPassword.test(key);
}

/** Where in an object a value stands. */
interface Spot {
  /** The name that it is a value of. */
  readonly name: string;
  readonly isHidden: boolean;
  readonly depth: number;
  /** Which command the words of a list are for, as far as what is around tells. */
  readonly command: string;
}

/** Deeper than any sound object; what lies below is not looked at, and so not shown. */
const deepest = 400;

const root: Spot = { name: '', isHidden: false, depth: 0, command: '' };

/** Makes a copy of a value with `<redacted>` in place of each secret, and remembers what it saw. */
class Redaction {
  /** The secrets, each as text. */
  readonly secrets = new Set<string>();
  /** The texts that are shown. */
  readonly shown = new Set<string>();
  readonly #isHidden: IsHidden;

  constructor(isHidden: IsHidden) {
    this.#isHidden = isHidden;
  }

  value(value: unknown, spot: Spot): unknown {
    if (spot.depth > deepest) return redacted;
    if (Array.isArray(value)) return this.#list(value, { ...spot, depth: spot.depth + 1 });
    if (isFields(value)) return this.#fields(value, spot);
    if (value === undefined || value === redacted) return value;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (spot.isHidden || isSecret(spot.name, text) || isSecretText(text)) {
      return this.#hide(text);
    }
    if (typeof value !== 'string') return value;
    const shown = withoutSecrets(value, (secret) => this.secrets.add(secret));
    this.shown.add(shown);
    return shown;
  }

  #hide(secret: string): string {
    this.secrets.add(secret);
    return redacted;
  }

  #list(list: readonly unknown[], spot: Spot): readonly unknown[] {
    const words = hideInWords(list, (secret) => this.#hide(secret), spot.command);
    return words.map((item) => this.value(item, spot));
  }

  #fields(fields: Fields, { name, isHidden, depth }: Spot): Fields {
    const given = fields['name'] ?? fields['key'];
    const outer = typeof given === 'string' && isSecretName(given) ? given : name;
    const ofSecret = isSecretObject(fields, depth);
    // An ExternalSecret names a key of a Secret by `secretKey`.
    const isReference = 'remoteRef' in fields;
    const copy = Object.entries(fields).map(([key, value]) => {
      const inner: Spot = {
        name: isGiven(name, key, value) ? outer : isReference ? '' : key,
        isHidden:
          isHidden ||
          (ofSecret && !publicFields.has(key)) ||
          key === lastApplied ||
          this.#isHidden(key, name),
        depth: depth + 1,
        command: key === 'args' || key === 'command' ? commandOf(fields) : '',
      };
      return [shownKey(key), this.value(value, inner)] as const;
    });
    return Object.fromEntries(copy);
  }
}

/** The image and the words of a container. */
function commandOf({ image, command, args }: Fields): string {
  return [image, command, args]
    .flat()
    .filter((word) => typeof word === 'string')
    .join(' ');
}

/** How a key is shown: it may be a URL, or a switch with its value. */
export function shownKey(key: string): string {
  return /[@=]/.test(key) ? messageWithoutSecrets(key) : key;
}

/** Data of which no more is known than the name that it is given under, without the secrets in it. */
export function redactValue(value: unknown, name = ''): unknown {
  return new Redaction(() => false).value(value, { ...root, name });
}

/**
 * An object with `<redacted>` in place of each secret, in whatever field it stands: a copy with the
 * same fields and items.
 */
export function redact(manifest: Manifest): Manifest {
  return new Redacted(manifest).shown;
}

/** A value as it is shown where it would stand at the end of some steps in an object. */
export function redactAt(
  manifest: Manifest,
  steps: readonly (string | number)[],
  value: unknown,
): unknown {
  const put = (here: unknown, [step, ...rest]: readonly (string | number)[]): unknown => {
    if (step === undefined) return value;
    const inner = put(follow(here, [step]), rest);
    if (!Array.isArray(here)) return { ...(isFields(here) ? here : {}), [step]: inner };
    return Object.assign([...(here as unknown[])], { [step]: inner });
  };
  const shown = redact(put(manifest, steps) as Manifest);
  return follow(
    shown,
    steps.map((step) => (typeof step === 'string' ? shownKey(step) : step)),
  );
}

/** An object without its secrets, and what keeps them out of messages about it. */
export class Redacted {
  /** The object with `<redacted>` in place of each secret. */
  readonly shown: Manifest;
  readonly #redaction: Redaction;
  #secrets: readonly string[] | undefined;

  constructor(manifest: Manifest) {
    this.#redaction = new Redaction(hiddenFields(manifest.apiVersion));
    this.shown = this.#redaction.value(manifest, root) as Manifest;
  }

  /** A message about the object without any secret of it, whatever the message quotes. */
  message(text: string): string {
    this.#secrets ??= this.#quotable();
    let shown = messageWithoutSecrets(text);
    for (const secret of this.#secrets) {
      if (shown.includes(secret)) shown = shown.replaceAll(wholeWord(secret), redacted);
      shown = withoutBegin(shown, secret);
    }
    return shown;
  }

  /** The secrets as messages would quote them, the longest first. */
  #quotable(): readonly string[] {
    const { secrets, shown } = this.#redaction;
    return (
      [...secrets]
        // A password that is the name of a container too would take the name out of all messages.
        .filter(
          (secret) => secret.length >= 4 && !shown.has(secret) && isSecret('password', secret),
        )
        .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
        .sort((a, b) => b.length - a.length)
    );
  }
}

/** A secret that is a word is none within a longer word. */
function wholeWord(secret: string): string | RegExp {
  return /^\w+$/.test(secret) ? new RegExp(`(?<!\\w)${secret}(?!\\w)`, 'g') : secret;
}

const cut = '...';

/** A message without the begin of a secret that is cut within it, as long values are. */
function withoutBegin(message: string, secret: string): string {
  const end = message.indexOf(cut);
  if (end < 0) return message;
  const before = message.slice(0, end);
  for (let length = Math.min(secret.length, 80); length >= 4; length -= 1) {
    if (before.endsWith(secret.slice(0, length))) {
      return before.slice(0, -length) + redacted + message.slice(end);
    }
  }
  return message;
}
