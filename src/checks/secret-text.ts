/**
 * Names that people give to secrets: `DB_PASSWORD`, `apiKey`, `github-token`. The word stands at the
 * end, so `MAX_TOKENS`, `PASSWORD_FILE` and `SECRET_NAME` are none.
 */
const secretName =
  /(?:^|[_.-])(?:password|passwd|passphrase|pwd|secret|token|credentials?|(?:api|access|secret|private|encryption|signing|auth)[_.-]?key|(?:access|auth|bearer|refresh)[_.-]?token)$/;
/** What comes before the word where it says something about a secret, and is none itself. */
const aboutSecrets =
  /(?:^|[_.-])(?:allow[_.-]?empty|random|no|use|require|enable|disable|public|max|min|pad|eos|bos|unk|sep|mask)[_.-](?:[a-z]+[_.-])?[a-z]+$/;
const privateKey = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/;
/** A URL with a password in it that no placeholder stands for. */
const urlWithPassword = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@$<{]*:[^\s/:@$<{]+@/i;
/** A line of a configuration file that gives a name a value: `spring.datasource.password=...`. */
const setting =
  /^[ \t]*(?:export[ \t]+)?["']?([A-Za-z][\w.-]*)["']?[ \t]*[:=][ \t]*["']?([^"'\s,;]+)/gm;

/** Tells whether a value of that name is a secret as plain text. */
export function isSecret(name: string, value: string): boolean {
  return (
    (hasSecretName(name) && isLiteral(value)) ||
    privateKey.test(value) ||
    urlWithPassword.test(value)
  );
}

/** Tells whether a text of many lines, such as a configuration file, has a secret in it. */
export function holdsSecret(text: string): boolean {
  if (privateKey.test(text) || urlWithPassword.test(text)) return true;
  for (const [, name = '', value = ''] of text.matchAll(setting)) {
    if (hasSecretName(name) && isLiteral(value)) return true;
  }
  return false;
}

function hasSecretName(name: string): boolean {
  // `dbPassword` reads as `db_password`.
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return secretName.test(words) && !aboutSecrets.test(words);
}

/** Tells whether a value says something by itself: no reference, path, URL, switch or number. */
function isLiteral(value: string): boolean {
  const text = value.trim();
  return (
    text.length >= 3 &&
    !/[\r\n]/.test(text) &&
    !/^(?:true|false|yes|none|null|default|enabled|disabled|changeme_from_secret)$/i.test(text) &&
    !/^\d{1,5}$/.test(text) &&
    !/^(?:\$|<|\{\{|%|\.{0,2}\/|file:|https?:|vault:|secret:|env:|ref\+|\*+$|x+$)/i.test(text) &&
    !text.includes('${') &&
    !text.includes('$(') &&
    !text.includes('{{')
  );
}
