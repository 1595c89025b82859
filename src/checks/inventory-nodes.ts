import { isKubeKeyInventory, kubeKeyInventoryOf } from '../manifest/kubekey-inventory';
import { at } from '../manifest/manifest';
import type { CheckedObject, CheckInput } from './check';
import { isDiscovered, nodeOf, type ClusterNodes } from './cluster-node';

/** The one Inventory of kk 4 among the objects; undefined where there is none, or several. */
export function onlyInventory({ objects }: CheckInput): CheckedObject | undefined {
  const [first, ...others] = objects.filter(({ manifest }) => isKubeKeyInventory(manifest));
  return others.length > 0 ? undefined : first;
}

/**
 * The nodes that kk 4 makes of an Inventory's hosts, with what the Config beside it says; undefined
 * where the groups can't be read, or name hosts that are not there.
 */
export function inventoryNodes(
  object: CheckedObject,
  { objects }: CheckInput,
  minor: number,
): ClusterNodes | undefined {
  const { manifest } = object;
  const { members, labels } = kubeKeyInventoryOf(manifest);
  const [controlPlane, worker, all] = ['kube_control_plane', 'kube_worker', 'k8s_cluster'].map(
    members,
  );
  if (!controlPlane?.length || worker === undefined || all === undefined) return undefined;
  const names = [...new Set([...controlPlane, ...worker])];
  // What kk 4 makes of a host that is in the cluster without a role is not known.
  if (all.some((name) => !names.includes(name))) return undefined;
  const config = objects.find(
    (one) =>
      one.manifest.apiVersion === 'kubekey.kubesphere.io/v1' && one.manifest.kind === 'Config',
  );
  const roles = {
    controlPlane: new Set(controlPlane),
    worker: new Set(worker),
    isKubeadm: true,
    minor,
  };
  const spec = at(config?.manifest, 'spec', 'kubernetes');
  // Arguments of the kubelet, and variables of all hosts or of a group, may give labels, too.
  const elsewhere = JSON.stringify([
    spec,
    at(manifest, 'spec', 'vars'),
    at(manifest, 'spec', 'groups'),
  ]);
  return {
    object,
    nodes: names.map((name) => nodeOf(name, labels(name), roles)),
    from: [
      [object, 'spec.groups'],
      [object, 'spec.hosts'],
    ],
    labelField: (key) => [object, `spec.hosts.${key}`],
    mayGive: (label) =>
      isDiscovered(label) || label.endsWith('kubernetes.io/arch') || elsewhere.includes(label),
    maxPods: at(spec, 'kubelet', 'max_pods') ?? 110,
    fields: {
      labels: 'spec.hosts.<name>.kubernetes.custom_labels of the Inventory',
      workers: 'the Inventory’s groups.kube_worker.hosts',
    },
  };
}
