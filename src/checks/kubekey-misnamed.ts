import type { KubeKeyClusterConfig } from '../manifest/kubekey-cluster';
import { likelyField } from '../manifest/likely-field';

/**
 * Tells whether a field stands there under a name that KubeKey doesn't know, which is a finding of its
 * own: that the field is missing only follows from it.
 *
 * @param parent what the field belongs in, such as `spec.hosts[0]`
 * @param path the field, as the table of fields names it, such as `spec.hosts.address`
 */
export function isMisnamed(
  { notes, writtenField }: KubeKeyClusterConfig,
  parent: string,
  path: string,
): boolean {
  return notes.some(
    (note) =>
      note.note === 'unknown-field' &&
      note.parent === writtenField(parent) &&
      likelyField(note) === path,
  );
}
