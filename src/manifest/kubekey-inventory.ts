import { fieldsAt, labelsAt } from './fields';
import { at, isFields, type Manifest } from './manifest';

/** The hosts and groups of an Inventory, as kk 4 reads them. */
export interface KubeKeyInventory {
  /** Names of the hosts. */
  readonly hosts: readonly string[];
  /** The labels that a host is given. */
  readonly labels: (host: string) => Readonly<Record<string, string>>;
  /** The hosts of a group and of the groups in it, each once; undefined where that can't be read. */
  readonly members: (group: string) => readonly string[] | undefined;
}

/** Tells whether a manifest is an Inventory of kk 4. */
export function isKubeKeyInventory({ apiVersion, kind }: Manifest): boolean {
  return apiVersion === 'kubekey.kubesphere.io/v1' && kind === 'Inventory';
}

/** Reads an Inventory. Never throws, whatever is in it. */
export function kubeKeyInventoryOf(manifest: Manifest): KubeKeyInventory {
  const hosts = fieldsAt(manifest, 'spec', 'hosts');
  return {
    hosts: Object.keys(hosts),
    labels: (host) => labelsAt(hosts, host, 'kubernetes', 'custom_labels'),
    members: (group) => {
      const names = membersOf(at(manifest, 'spec', 'groups'), group, []);
      return names?.every((name) => Object.hasOwn(hosts, name)) === true
        ? [...new Set(names)]
        : undefined;
    },
  };
}

/** @param around the groups that lead here, as one may hold itself */
function membersOf(
  groups: unknown,
  group: string,
  around: readonly string[],
): readonly string[] | undefined {
  const own = isFields(groups) && Object.hasOwn(groups, group) ? groups[group] : {};
  const { hosts = [], groups: inner = [] } = isFields(own) ? own : { hosts: own };
  const lists = [hosts ?? [], inner ?? []];
  if (around.includes(group) || !lists.every(isListOfTexts)) return undefined;
  const found = [...(lists[0] as string[])];
  for (const name of lists[1] as string[]) {
    const below = membersOf(groups, name, [...around, group]);
    if (below === undefined) return undefined;
    found.push(...below);
  }
  return found;
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
