/** An address as messages show it: a user and a password before its host are left out. */
export function withoutCredentials(address: string): string {
  return address.replace(/^([a-z][-+.a-z0-9]*:\/\/)?[^/\s]*@/i, '$1<redacted>@');
}

/** Text as messages show it: a user and a password within a URL, and what a switch such as `--password=` gives, are left out. */
export function withoutSecrets(text: string): string {
  if (!text.includes('@') && !text.includes('=')) return text;
  return text
    .replace(/:\/\/[^\s/:@]*:[^\s/@]*@/g, '://<redacted>@')
    .replace(
      /((?:passw(?:or)?d|passphrase|pwd|secret|token|api[-_.]?key)=)[^\s"',]+/gi,
      '$1<redacted>',
    );
}
