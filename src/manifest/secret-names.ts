/** What stands in place of a secret wherever it could be read. */
export const redacted = '<redacted>';

/** A cheap look at a name before it is taken apart: nearly none passes. */
const mayBeSecret = /pass|pas+w|pw|psk|psw|secret|token|key|auth|cred|jwt|cookie|netrc|id_/i;
/**
 * Names that people give to secrets, their words joined by `_`. The word stands at the end, so
 * `MAX_TOKENS`, `PASSWORD_FILE` and `SECRET_NAME` are none.
 */
const secretName = new RegExp(
  [
    '(?:passwords?(?:_?hash)?|passwds?|passwrd|pasword|passwort|passphrase|passcode)$',
    '(?:^|_)(?:pass|pwd|pswd|psw|psk|pw|bindpw|rootpw|secret|secret_id|token|credentials?|jwt|auth|authorization|cookie)$',
    '(?:api|access|secret|privat|private|encryption|signing|auth|account|master|client|shared|certificate|user|app|license|routing|integration|service|preshared|jwt)_?keys?(?:_(?:id|data|content|text|pem|base))?$',
    '(?:api|auth|access|bearer|refresh|identity|registry|bot|id|session)_?tokens?$',
    '(?:client|app|jwt)secret$',
    '(?:requirepass|masterauth|pgpass|netrc|htpasswd|id_(?:rsa|dsa|ecdsa|ed25519))$',
  ].join('|'),
);
/** What says something about a secret, and is none itself. */
const aboutSecrets =
  /(?:^|_)(?:allow_?empty|random|no|use|require|enable|disable|public|max|min|pad|eos|bos|unk|sep|mask|stop|has|is|existing|pull)_(?:[a-z]+_)?[a-z]+$|password_secret$|\/auth_(?:tls_)?secret$/;

/** Tells whether a name is one of a secret: `DB_PASSWORD`, `apiKey`, `github-token`. */
export function isSecretName(name: string): boolean {
  if (!mayBeSecret.test(name)) return false;
  // `dbPassword` reads as `db_password`. The end of a very long name says what it is.
  const words = name
    .slice(-100)
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, '_')
    .replace(/_$/, '');
  return secretName.test(words.replaceAll('/', '_')) && !aboutSecrets.test(words);
}

/** Tells whether a value of that name is a secret as a whole. */
export function isSecret(name: string, value: string): boolean {
  return isSecretName(name) && saysItself(name, value);
}

/** A switch, or what stands for a value that comes from elsewhere. */
const standIn =
  /^(?:\$[A-Za-z_]\w*|<[^>]*>|%\w*%|%[sdvq]|\*+|x+|\.+|true|false|yes|no|on|off|none|null|nil|default|enabled|disabled|changeme_from_secret|(?:file|https?|vault|secret|env|arn|ref\+\w*):.*)$/is;
/** A path has small letters: with others it may as well be base64. */
const path = /^(?:~|\.{0,2})\/[a-z0-9._/-]*$/;

/** Tells whether a value says something by itself: no reference, path, URL, switch or count. */
function saysItself(name: string, value: string): boolean {
  const text = value.trim();
  if (!/[\p{L}\p{N}]/u.test(text) || standIn.test(text) || path.test(text)) return false;
  if (text.includes('${') || text.includes('$(') || text.includes('{{')) return false;
  // A password may be anything; of all else two letters are none, and a short number is a count.
  if (text.length < 3 || /^\d{1,5}$/.test(text)) return /pass|pwd|pw$/i.test(name);
  // `auth: basic` says how to log in.
  return (
    !/auth(?:orization)?$/i.test(name) || !/^[a-z][a-z-]*\d?$/i.test(text) || /basic/i.test(name)
  );
}
