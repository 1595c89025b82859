import { labelsAt } from '../manifest/fields';
import { parseField } from '../manifest/field-path';
import type { KubeKeyClusterConfig, KubeKeyHost } from '../manifest/kubekey-cluster';
import type { CheckInput, Premise } from './check';
import { kubeKeyClusters, type CheckedCluster } from './kubekey-clusters';
import { kubernetesHosts, misspeltGroups, namesOf } from './kubekey-groups';
import { scriptFields } from './kubekey-scripts';

/** A node of the cluster, as KubeKey and Kubernetes will make it of a host. */
export interface ClusterNode {
  /** Name of the host, as the Cluster writes it. */
  readonly name: string;
  /** Labels: those that the Cluster gives the host and those that Kubernetes and KubeKey set themselves. */
  readonly labels: Readonly<Record<string, string>>;
  /** Keys of its taints, each with the effect NoSchedule: those of a control plane that is no worker. */
  readonly taints: readonly string[];
}

/** The nodes of the one KubeKey Cluster that the objects run on. */
export interface ClusterNodes {
  /** The Cluster. */
  readonly checked: CheckedCluster;
  /** Its nodes, in the order of the role groups. */
  readonly nodes: readonly ClusterNode[];
  /** What of the Cluster says which nodes there are. */
  readonly from: readonly Premise[];
  /** Whether something that the Cluster doesn't say may give nodes a label: discovered hardware, a script, an argument of the kubelet. */
  readonly mayGive: (label: string) => boolean;
}

const known = new WeakMap<CheckInput, ClusterNodes | undefined>();

/**
 * The nodes that the objects run on; undefined where the input holds no Cluster or more than one, and
 * where its hosts and roles have faults: those are findings of their own.
 */
export function clusterNodes(input: CheckInput): ClusterNodes | undefined {
  if (!known.has(input)) known.set(input, readNodes(input));
  return known.get(input);
}

function readNodes(input: CheckInput): ClusterNodes | undefined {
  const [checked, ...others] = kubeKeyClusters(input);
  if (checked === undefined || others.length > 0 || !hasClearRoles(checked.cluster)) {
    return undefined;
  }
  const { cluster } = checked;
  const hosts = new Map(cluster.hosts.map((host) => [host.name, host]));
  const minor = Number(input.kubernetesVersion.split('.')[1]);
  const roles: Roles = {
    controlPlane: new Set(namesOf(cluster.controlPlane)),
    worker: new Set(namesOf(cluster.members('worker'))),
    // k3s and k8e label and taint their servers in ways of their own.
    isKubeadm: cluster.distribution === 'kubernetes',
    minor,
  };
  const nodes = kubernetesHosts(cluster).flatMap((name) => {
    const host = hosts.get(name);
    return host === undefined ? [] : [nodeOf(host, cluster, roles)];
  });
  const texts = [
    ...scriptFields(cluster).map((field) => cluster.text(`${field}.bash`)),
    ...cluster.texts('spec.kubernetes.kubeletArgs').map(({ text }) => text),
  ];
  const places = ['roleGroups', 'roleGroups.worker', 'hosts[].name', 'hosts[].labels'];
  return {
    checked,
    nodes,
    from: places.map((place) => [checked.object, `spec.${place}`]),
    mayGive: (label) =>
      isDiscovered(label) ||
      (!roles.isKubeadm && label.startsWith('node-role.kubernetes.io/')) ||
      texts.some((text) => text.includes(label)),
  };
}

/** Whether the hosts and their roles can be read, and every member of a group is a host. */
function hasClearRoles(cluster: KubeKeyClusterConfig): boolean {
  const names = new Set(cluster.hosts.map(({ name }) => name));
  const isUnreadable = [...cluster.unreadable].some((field) =>
    ['hosts', 'roleGroups'].includes(String(parseField(field)?.[1])),
  );
  return (
    !isUnreadable &&
    misspeltGroups(cluster).size === 0 &&
    cluster.controlPlane.length > 0 &&
    cluster.groups.every(
      ({ surprises, members }) =>
        surprises.length === 0 && members.every(({ name }) => names.has(name)),
    )
  );
}

interface Roles {
  readonly controlPlane: ReadonlySet<string>;
  readonly worker: ReadonlySet<string>;
  readonly isKubeadm: boolean;
  readonly minor: number;
}

function nodeOf(
  { name, field, arch }: KubeKeyHost,
  { value }: KubeKeyClusterConfig,
  { controlPlane, worker, isKubeadm, minor }: Roles,
): ClusterNode {
  const isControlPlane = controlPlane.has(name);
  // Kubernetes moved from one name to the other: labels in 1.20 to 1.24, taints in 1.24 to 1.25.
  const roleLabels = isControlPlane
    ? [...(minor < 24 ? ['master'] : []), ...(minor >= 20 ? ['control-plane'] : [])]
    : [];
  const taints = [...(minor < 25 ? ['master'] : []), ...(minor >= 24 ? ['control-plane'] : [])];
  return {
    name,
    labels: {
      'kubernetes.io/hostname': name.toLowerCase(),
      'kubernetes.io/os': 'linux',
      'kubernetes.io/arch': arch,
      'beta.kubernetes.io/os': 'linux',
      'beta.kubernetes.io/arch': arch,
      ...Object.fromEntries(
        (isKubeadm ? roleLabels : []).map((role) => [`node-role.kubernetes.io/${role}`, '']),
      ),
      ...(worker.has(name) ? { 'node-role.kubernetes.io/worker': '' } : {}),
      ...labelsAt(value(`${field}.labels`)),
    },
    taints:
      isKubeadm && isControlPlane && !worker.has(name)
        ? taints.map((role) => `node-role.kubernetes.io/${role}`)
        : [],
  };
}

/** Domains whose labels come from software that finds out what a host has. */
const discovered: ReadonlySet<string> = new Set([
  'amd.com',
  'feature.node.kubernetes.io',
  'habana.ai',
  'intel.com',
  'nvidia.com',
]);

function isDiscovered(label: string): boolean {
  const slash = label.indexOf('/');
  const parts = slash < 0 ? [] : label.slice(0, slash).split('.');
  return parts.some((_, index) => discovered.has(parts.slice(index).join('.')));
}

/** Names of nodes for a message: at most six of them. */
export function showNodes(nodes: readonly ClusterNode[]): string {
  const names = nodes.slice(0, 6).map(({ name }) => name);
  return nodes.length > names.length
    ? `${names.join(', ')} and ${nodes.length - names.length} more`
    : names.join(', ');
}

/** A number of hosts in words: `1 host`, `3 hosts`. */
export function countHosts(nodes: readonly ClusterNode[]): string {
  return nodes.length === 1 ? '1 host' : `${nodes.length} hosts`;
}
