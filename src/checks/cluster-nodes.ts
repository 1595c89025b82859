import { labelsAt } from '../manifest/fields';
import { parseField } from '../manifest/field-path';
import type { KubeKeyClusterConfig } from '../manifest/kubekey-cluster';
import { kubeKeyInventoryOf } from '../manifest/kubekey-inventory';
import { listed } from '../manifest/listed';
import { at } from '../manifest/manifest';
import type { CheckedObject, CheckInput } from './check';
import {
  isDiscovered,
  nodeOf,
  type ClusterNode,
  type ClusterNodes,
  type NodeRoles,
} from './cluster-node';
import { inventoryNodes, onlyInventory } from './inventory-nodes';
import { kubeKeyClusters } from './kubekey-clusters';
import { kubernetesHosts, misspeltGroups, namesOf } from './kubekey-groups';
import { scriptFields } from './kubekey-scripts';

const known = new WeakMap<CheckInput, ClusterNodes | undefined>();

/**
 * The nodes that the objects run on, by the one Cluster, or the one Inventory of kk 4, among them;
 * undefined where there is none or more than one, and where its hosts and roles have faults: those are
 * findings of their own.
 */
export function clusterNodes(input: CheckInput): ClusterNodes | undefined {
  if (!known.has(input)) known.set(input, readNodes(input));
  return known.get(input);
}

/** What names the hosts of the one cluster, and the names; undefined where there is none, or several. */
export function namedHosts(
  input: CheckInput,
): { readonly object: CheckedObject; readonly names: readonly string[] } | undefined {
  const [checked, ...others] = kubeKeyClusters(input);
  if (others.length > 0) return undefined;
  if (checked !== undefined) {
    return { object: checked.object, names: checked.cluster.hosts.map(({ name }) => name) };
  }
  const object = onlyInventory(input);
  return object && { object, names: kubeKeyInventoryOf(object.manifest).hosts };
}

function readNodes(input: CheckInput): ClusterNodes | undefined {
  const minor = Number(input.kubernetesVersion.split('.')[1]);
  const [checked, ...others] = kubeKeyClusters(input);
  const inventory = onlyInventory(input);
  if (checked === undefined) return inventory && inventoryNodes(inventory, input, minor);
  if (others.length > 0 || !hasClearRoles(checked.cluster)) return undefined;
  const { object, cluster, forKk4 } = checked;
  const hosts = new Map(cluster.hosts.map((host) => [host.name, host]));
  const roles: NodeRoles = {
    controlPlane: new Set(namesOf(cluster.controlPlane)),
    worker: new Set(namesOf(cluster.members('worker'))),
    isKubeadm: cluster.distribution === 'kubernetes',
    minor,
  };
  // What is laid over the files for kk 4 may hold more labels than the Cluster.
  const more = forKk4 && inventory ? kubeKeyInventoryOf(inventory.manifest).labels : () => ({});
  const nodes = kubernetesHosts(cluster).flatMap((name) => {
    const host = hosts.get(name);
    if (host === undefined) return [];
    const { arch, field } = host;
    const architecture = { 'kubernetes.io/arch': arch, 'beta.kubernetes.io/arch': arch };
    const labels = labelsAt(cluster.value(`${field}.labels`));
    return [nodeOf(name, { ...architecture, ...labels, ...more(name) }, roles)];
  });
  const texts = [
    ...scriptFields(cluster).map((field) => cluster.text(`${field}.bash`)),
    ...cluster.texts('spec.kubernetes.kubeletArgs').map(({ text }) => text),
  ];
  const places = ['roleGroups', 'roleGroups.worker', 'hosts[].name', 'hosts[].labels'];
  return {
    object,
    nodes,
    from: places.map((place) => [object, `spec.${place}`]),
    labelField: (key) => [object, `spec.hosts[].${key}`],
    mayGive: (label) =>
      isDiscovered(label) ||
      (!roles.isKubeadm && label.startsWith('node-role.kubernetes.io/')) ||
      texts.some((text) => text.includes(label)),
    maxPods: maxPodsOf(cluster),
    fields: { labels: 'spec.hosts[].labels', workers: 'the Cluster’s roleGroups.worker' },
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

/** How many pods KubeKey lets a node run; undefined for k3s and k8e, which don't read it. */
function maxPodsOf(cluster: KubeKeyClusterConfig): unknown {
  if (cluster.distribution !== 'kubernetes') return undefined;
  const byArgument = cluster
    .texts('spec.kubernetes.kubeletArgs')
    .flatMap(({ text }) => /^--max-pods[= ](\d+)$/.exec(text)?.[1] ?? []);
  const own = at(cluster.value('spec.kubernetes.kubeletConfiguration'), 'maxPods');
  return byArgument.at(-1) ?? own ?? cluster.number('spec.kubernetes.maxPods');
}

/** Names of nodes for a message: at most six of them. */
export function showNodes(nodes: readonly ClusterNode[]): string {
  return listed(
    nodes.map(({ name }) => name),
    6,
  );
}

/** A number of hosts in words: `1 host`, `3 hosts`. */
export function countHosts(nodes: readonly ClusterNode[]): string {
  return nodes.length === 1 ? '1 host' : `${nodes.length} hosts`;
}
