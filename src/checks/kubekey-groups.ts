import { closest } from '../manifest/closest';
import {
  knownRoleGroups,
  type KubeKeyClusterConfig,
  type RoleMember,
} from '../manifest/kubekey-cluster';

/** Tells whether KubeKey gives a role group a meaning; the case of its letters counts. */
export function isKnownGroup(name: string): boolean {
  return knownRoleGroups.some((known) => known === name);
}

/** The known group that a misspelt one will have meant, or undefined where none is near. */
export function meantGroup(name: string): string | undefined {
  return closest(name, knownRoleGroups);
}

/** The known groups that some misspelt group of the cluster will have meant. */
export function misspeltGroups({ groups }: KubeKeyClusterConfig): ReadonlySet<string> {
  return new Set(
    groups.flatMap(({ name }) => (isKnownGroup(name) ? [] : (meantGroup(name) ?? []))),
  );
}

/** The names of members, each once, in order. */
export function namesOf(members: readonly RoleMember[]): readonly string[] {
  return [...new Set(members.map(({ name }) => name))];
}

/** The hosts that get a part of Kubernetes: control planes and workers, each once. */
export function kubernetesHosts({ members }: KubeKeyClusterConfig): readonly string[] {
  return namesOf(members('master', 'control-plane', 'worker'));
}
