import { isBuiltInGroup, versionsOfKind } from '../facts/kubernetes/served';
import { closest } from '../manifest/closest';
import { groupOf, type Manifest } from '../manifest/manifest';

/**
 * Tells whether an object is of an API group of the user's own: those have a dot in their names, as
 * the API server insists. A group that is nearly that of a built-in kind is meant to be that one, and
 * so is one in the domain of Kubernetes, which gives the name of such a kind to no other.
 */
export function isOfOtherGroup({ apiVersion, kind }: Manifest, version: string): boolean {
  const group = groupOf(apiVersion);
  if (isBuiltInGroup(group) || !group.includes('.')) return false;
  const groups = versionsOfKind(version, kind).map((one) => groupOf(one.apiVersion));
  if (groups.length === 0) return !isBuiltInGroup(group.toLowerCase());
  return !group.endsWith('.k8s.io') && closest(group, groups) === undefined;
}
