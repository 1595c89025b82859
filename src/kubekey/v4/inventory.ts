import { isIP } from 'node:net';
import { show } from '../../errors';
import { fieldsAt, itemsAt, labelsAt, textAt } from '../../manifest/fields';
import { at, refOf, type Fields, type Manifest } from '../../manifest/manifest';
import { said } from '../said';
import type { Draft } from './draft';

/** The hosts and their groups. kk 4 knows no ranges and none are written. */
export function inventory(draft: Draft, cluster: Manifest): Manifest {
  const spec = fieldsAt(cluster, 'spec');
  const hosts = itemsAt(spec, 'hosts').map(
    ({ item, index }) => [String(item['name']), hostVariables(draft, item, index)] as const,
  );
  return {
    apiVersion: 'kubekey.kubesphere.io/v1',
    kind: 'Inventory',
    metadata: { name: refOf(cluster).name },
    spec: { hosts: Object.fromEntries(hosts), groups: groupsOf(draft, spec) },
  };
}

function hostVariables(draft: Draft, host: Fields, index: number): Fields {
  const { address, port, user, password, privateKey } = host;
  const [ipv4, ipv6] = addressesOf(String(host['internalAddress'] ?? address));
  const labels = labelsAt(host, 'labels');
  return said({
    connector: {
      // Without a type kk 4 doesn't use SSH for the machine that it runs on, and kk 3 does.
      type: 'ssh',
      host: address,
      port,
      user,
      password,
      private_key: keyPath(draft, textAt(host, 'privateKeyPath'), index),
      private_key_content: privateKey,
    },
    internal_ipv4: ipv4,
    internal_ipv6: ipv6,
    kubernetes: Object.keys(labels).length > 0 ? { custom_labels: labels } : undefined,
  });
}

function addressesOf(addresses: string): readonly [string | undefined, string | undefined] {
  const parts = addresses.split(',');
  return [parts.find((part) => isIP(part) === 4), parts.find((part) => isIP(part) === 6)];
}

/**
 * The path of a key file for kk 4, which doesn't expand `~/`. Without a path it tries every key in its own
 * user's `~/.ssh`, so a key there needs none; the home folder itself can't be known here.
 */
function keyPath(draft: Draft, path: string | undefined, index: number): string | undefined {
  if (path?.startsWith('~/') !== true) return path;
  if (!/^~\/\.ssh\/[^/]+$/.test(path)) {
    draft.refuse(
      `hosts[${index}].credential: kk 4 doesn't expand "~/", got ${show(path)}`,
      'Write the whole path of the key file, or move it to ~/.ssh.',
    );
  }
  return undefined;
}

/** kk 4's own names for groups, which a group of the author's must not take. */
const taken = [
  'all',
  'ungrouped',
  'k8s_cluster',
  'kube_control_plane',
  'kube_worker',
  'image_registry',
  'nfs',
];

function groupsOf(draft: Draft, spec: Fields): Fields {
  const {
    etcd,
    master,
    'control-plane': controlPlane,
    worker,
    registry,
    ...own
  } = fieldsAt(spec, 'roleGroups');
  const controlPlanes = unique([...list(master), ...list(controlPlane)]);
  const inPods = at(spec, 'etcd', 'type') === 'kubeadm';
  const etcdHosts = list(etcd);
  const groups: Record<string, Fields> = {
    k8s_cluster: { groups: ['kube_control_plane', 'kube_worker'], hosts: [] },
    kube_control_plane: { hosts: controlPlanes },
    kube_worker: { hosts: list(worker) },
    // kk 4 wants the group also where etcd runs in pods: then it is the control planes.
    etcd: { hosts: inPods && etcdHosts.length === 0 ? controlPlanes : etcdHosts },
  };
  if (registry !== undefined) groups['image_registry'] = { hosts: list(registry) };
  for (const [group, hosts] of Object.entries(own)) {
    if (taken.includes(group)) {
      draft.lose(
        `roleGroups.${group}`,
        'kk 4 has a group of its own by that name: use another one.',
      );
    } else groups[group] = { hosts: list(hosts) };
  }
  return groups;
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
