import { show } from '../errors';
import { minorVersion, newestMinor, oldestMinor } from '../facts/kubernetes/minor';
import { text, wrong, type Form } from './form';

/** A Kubernetes version, such as `1.26` or `v1.26.4`, whether it is known here or not. */
export const anyVersion: Form = (value, path) =>
  minorVersion(value) === undefined
    ? wrong(path, `must be a Kubernetes version, got ${show(value)}`, "Write it as '1.26'.")
    : [];

/** A Kubernetes version that there are facts for, such as `1.26` or `v1.26.4`. */
export const knownVersion: Form = (value, path) => {
  if (typeof value !== 'string') return text(value, path);
  const [major, minor] = (minorVersion(value) ?? '').split('.').map(Number);
  if (major === 1 && minor !== undefined && minor >= oldestMinor && minor <= newestMinor) return [];
  return wrong(
    path,
    `is no Kubernetes version that is known here, got ${show(value)}`,
    `Write one from 1.${oldestMinor} to 1.${newestMinor}.`,
  );
};
