/** The oldest minor release of Kubernetes that there are schemas for. */
export const oldestMinor = 19;
/** The newest minor release of Kubernetes that there are schemas for. */
export const newestMinor = 36;
/** The newest Kubernetes version that there are schemas for, as minor. */
export const newestKubernetesVersion: `1.${number}` = `1.${newestMinor}`;

/**
 * The minor number of a Kubernetes version, such as 26 for `1.26`, `v1.26.4` or `1.26.4`.
 *
 * A version that is older or newer than what there are facts for counts as the oldest or the newest
 * one; so does a text that is no version, as the newest.
 */
export function minorOf(version: string): number {
  const minor = Number(/^v?1\.(\d+)/.exec(version)?.[1] ?? newestMinor);
  return Math.min(Math.max(minor, oldestMinor), newestMinor);
}

/** A Kubernetes version without its patch (`v1.26.4` gives `1.26`), or undefined where it is none. */
export function minorVersion(version: unknown): string | undefined {
  if (typeof version !== 'string') return undefined;
  const found = /^v?(\d+)\.(\d+)(?:\.\d+)?(?:[-+].*)?$/.exec(version);
  return found === null ? undefined : `${Number(found[1])}.${Number(found[2])}`;
}
