import type { CheckedObject, Premise } from './check';

/** A node of the cluster, as KubeKey and Kubernetes will make it of a host. */
export interface ClusterNode {
  /** Name of the host, as the cluster's config writes it. */
  readonly name: string;
  /** Labels: those that the config gives the host and those that Kubernetes and KubeKey set themselves. */
  readonly labels: Readonly<Record<string, string>>;
  /** Keys of its taints, each with the effect NoSchedule: those of a control plane that is no worker. */
  readonly taints: readonly string[];
}

/** The nodes of the one cluster that the objects run on. */
export interface ClusterNodes {
  /** What sets the hosts up: the Cluster, or for kk 4 the Inventory. */
  readonly object: CheckedObject;
  /** Its nodes, in the order of the role groups. */
  readonly nodes: readonly ClusterNode[];
  /** What of the config says which nodes there are. */
  readonly from: readonly Premise[];
  /** Where a host would have a label that stands one level too high. */
  readonly labelField: (key: string) => Premise;
  /** Whether something that the config doesn't say may give nodes a label: discovered hardware, a script, an argument of the kubelet. */
  readonly mayGive: (label: string) => boolean;
  /** How many pods a node may run, as a number or a quantity; undefined where nothing tells. */
  readonly maxPods: unknown;
  /** Where a host gets labels, and where it becomes a worker: for what to do. */
  readonly fields: { readonly labels: string; readonly workers: string };
}

/** What decides the labels and taints that Kubernetes gives a node. */
export interface NodeRoles {
  /** Names of the control planes. */
  readonly controlPlane: ReadonlySet<string>;
  /** Names of the workers. */
  readonly worker: ReadonlySet<string>;
  /** Whether kubeadm sets the nodes up: k3s and k8e label and taint their servers in ways of their own. */
  readonly isKubeadm: boolean;
  /** Minor release of Kubernetes. */
  readonly minor: number;
}

/**
 * The node that a host becomes.
 *
 * @param own the labels that the config gives it, and those of its architecture where that is known
 */
export function nodeOf(
  name: string,
  own: Readonly<Record<string, string>>,
  { controlPlane, worker, isKubeadm, minor }: NodeRoles,
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
      'beta.kubernetes.io/os': 'linux',
      ...Object.fromEntries(
        (isKubeadm ? roleLabels : []).map((role) => [`node-role.kubernetes.io/${role}`, '']),
      ),
      ...(worker.has(name) ? { 'node-role.kubernetes.io/worker': '' } : {}),
      ...own,
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

/** Tells whether a label comes from software that finds out what a host has. */
export function isDiscovered(label: string): boolean {
  const slash = label.indexOf('/');
  const parts = slash < 0 ? [] : label.slice(0, slash).split('.');
  return parts.some((_, index) => discovered.has(parts.slice(index).join('.')));
}
