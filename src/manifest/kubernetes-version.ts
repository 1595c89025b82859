import { show, type Problem } from '../errors';
import { newestMinor, oldestMinor } from '../facts/kubernetes/minor';

/** The minor of a Kubernetes version (`v1.26.4` gives `1.26`), or undefined where it is none. */
export function minorOf(version: unknown): string | undefined {
  if (typeof version !== 'string') return undefined;
  const found = /^v?(\d+)\.(\d+)(?:\.\d+)?(?:[-+].*)?$/.exec(version);
  return found === null ? undefined : `${Number(found[1])}.${Number(found[2])}`;
}

/** What is wrong with a Kubernetes version that was asked for. */
export function versionProblems(version: unknown, path = 'kubernetesVersion'): Problem[] {
  const [major, minor] = (minorOf(version) ?? '').split('.').map(Number);
  if (major === 1 && minor !== undefined && minor >= oldestMinor && minor <= newestMinor) return [];
  return [
    {
      path,
      problem: `is no Kubernetes version that is known here, got ${show(version)}`,
      fix: `Write one from 1.${oldestMinor} to 1.${newestMinor}.`,
    },
  ];
}
