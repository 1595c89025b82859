/**
 * A path as a URI reference (RFC 3986): an absolute path, one of a drive of Windows and one of a share on a
 * server as `file:`, any other as it stands, with `/` between its parts. Standard input has no path, so
 * it is `stdin`.
 */
export function fileUri(file: string): string {
  if (file === '-') return 'stdin';
  const path = file
    .replaceAll('\\', '/')
    .replace(/^(\.\/+)+/, '')
    .split('/')
    .map(encoded)
    .join('/');
  if (/^[a-z]%3A\//i.test(path)) return `file:///${path.replace('%3A', ':')}`;
  if (file.startsWith('\\\\')) return `file:${path}`;
  return path.startsWith('/') ? `file://${path}` : path;
}

/** A part of a path; half a character, which no URI can hold, is written as the mark of one that is unknown. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}
