/** A path without the slashes that it ends in; the root stays. */
export function withoutLastSlash(path: string): string {
  let end = path.length;
  // A regular expression would begin anew at each slash of a long row.
  while (end > 1 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
