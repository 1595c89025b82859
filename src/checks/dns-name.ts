/** Tells whether a text is a DNS name as Kubernetes wants it (RFC 1123): small letters, digits, `-` and `.`. */
export function isDnsName(text: string): boolean {
  return (
    text.length <= 253 &&
    text
      .split('.')
      .every((label) => label.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(label))
  );
}

/** Tells whether a text is one label of a DNS name, as the name of a namespace must be. */
export function isDnsLabel(text: string): boolean {
  return isDnsName(text) && !text.includes('.');
}
