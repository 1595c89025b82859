import { show } from '../errors';
import type { ArgumentProblem } from './argument-problem';
import type { KubeKeyHost } from './host';
import { hostNames } from './host-names';
import type { KubeKeyRole } from './role';

/**
 * The hosts of each role, by name or by range: `node[1:3]` is node1, node2 and node3.
 *
 * `etcd`, `control-plane`, `worker` and `registry` have a meaning, and `master` is an older word for
 * `control-plane`. Any other key is a group of your own, for the `role` of scripts. Keep the control
 * planes in the same order in each group: KubeKey starts with the first one that it meets.
 */
export type KubeKeyRoleGroups = Readonly<Record<string, readonly string[]>>;

const roles: readonly KubeKeyRole[] = ['etcd', 'control-plane', 'worker', 'registry'];

/** Order in which groups are written, as `kk create config` does; others follow. */
const order: readonly string[] = ['etcd', 'master', 'control-plane', 'worker', 'registry'];

/** What decides the role groups. */
export interface RoleGroupsInput {
  /** The hosts, with their roles where they say some. */
  readonly hosts: readonly KubeKeyHost[];
  /** The groups as they were given. */
  readonly roleGroups?: KubeKeyRoleGroups | undefined;
  /** Whether KubeKey runs etcd, or kubeadm does: then the only host gets that role, too. */
  readonly ownEtcd: boolean;
}

/** The role groups as they are written: by name of the group, each range replaced by its hosts. */
export function roleGroupsOf(input: RoleGroupsInput): KubeKeyRoleGroups {
  const { hosts, roleGroups, ownEtcd } = input;
  const [only] = hosts;
  if (only !== undefined && needsNoRoles(input)) {
    const all = roles.slice(ownEtcd ? 0 : 1, 3);
    return Object.fromEntries(all.map((role) => [role, [only.name]]));
  }
  const byHost = roles.map((role) => {
    const names = hosts.filter((host) => host.roles?.includes(role)).map(({ name }) => name);
    return [role, names] as const;
  });
  const byGroup = Object.entries(roleGroups ?? {}).map(([group, entries]) => {
    const names = entries.flatMap((entry) => {
      const expanded = hostNames(entry);
      return 'names' in expanded ? expanded.names : [];
    });
    return [group, names] as const;
  });
  const groups = Object.fromEntries([
    ...byHost.filter(([, names]) => names.length > 0),
    ...byGroup,
  ]);
  const known = order.filter((group) => Object.hasOwn(groups, group));
  const others = Object.keys(groups).filter((group) => !known.includes(group));
  return Object.fromEntries([...known, ...others].map((group) => [group, groups[group] ?? []]));
}

/** What is wrong with the roles by themselves. Whether the hosts exist is for the checks to say. */
export function roleProblems(input: RoleGroupsInput): readonly ArgumentProblem[] {
  const { hosts, roleGroups } = input;
  const problems: ArgumentProblem[] = [];
  for (const [index, { roles: own }] of hosts.entries()) {
    if (own === undefined) continue;
    for (const role of own) {
      if (roles.includes(role)) continue;
      problems.push({
        problem: `hosts[${index}].roles must hold roles, got ${show(role)}`,
        fix: `Use ${roles.map((role) => show(role)).join(', ')}; a group of your own goes in roleGroups.`,
      });
    }
  }
  for (const [group, entries] of Object.entries(roleGroups ?? {})) {
    problems.push(...groupProblems(group, entries, hosts));
  }
  if (hosts.length > 1 && !hosts.some(hasRoles) && roleGroups === undefined) {
    problems.push({
      problem: `none of the ${hosts.length} hosts has a role`,
      fix: "Give each host its roles, such as roles: ['etcd', 'control-plane', 'worker'], or give roleGroups.",
    });
  }
  return problems;
}

function groupProblems(
  group: string,
  entries: unknown,
  hosts: readonly KubeKeyHost[],
): readonly ArgumentProblem[] {
  const where = `roleGroups.${group}`;
  if (!Array.isArray(entries) || !entries.every((entry) => typeof entry === 'string')) {
    const problem = `${where} must be a list of host names, got ${show(entries)}`;
    return [{ problem, fix: "Write it as ['node1', 'node[2:4]']." }];
  }
  const role = group === 'master' ? 'control-plane' : group;
  const alsoByHost = hosts.filter((host) => (host.roles as string[] | undefined)?.includes(role));
  const ranges = entries.flatMap((entry: string) => {
    const expanded = hostNames(entry);
    return 'names' in expanded
      ? []
      : [{ problem: `${where}: ${expanded.problem}`, fix: expanded.fix }];
  });
  if (alsoByHost.length === 0) return ranges;
  const names = alsoByHost.map(({ name }) => name).join(', ');
  return [
    ...ranges,
    {
      problem: `the role ${show(role)} is given both in ${where} and in the roles of ${names}`,
      fix: 'Give it in one of the two places.',
    },
  ];
}

function needsNoRoles({ hosts, roleGroups }: RoleGroupsInput): boolean {
  return hosts.length === 1 && !hosts.some(hasRoles) && roleGroups === undefined;
}

function hasRoles(host: KubeKeyHost): boolean {
  return host.roles !== undefined;
}
