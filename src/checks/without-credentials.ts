/** An address as messages show it: a user and a password before its host are left out. */
export function withoutCredentials(address: string): string {
  return address.replace(/^([a-z][-+.a-z0-9]*:\/\/)?[^/\s]*@/i, '$1<redacted>@');
}
