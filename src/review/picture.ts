import { fieldsAt, itemsAt, labelsAt, textAt } from '../manifest/fields';
import { isKubeKeyCluster } from '../manifest/kubekey-cluster';
import { refOf, type Manifest, type ObjectRef } from '../manifest/manifest';
import { messageWithoutSecrets } from '../manifest/secret-text';
import { podTemplatesOf } from '../manifest/relations';
import { backendsOf } from './ingress-backends';
import { namespaceOf, Surroundings, type Workload } from './surroundings';

/** Something that the picture of an app shows: an object, or a server. */
export interface PictureNode {
  /** What tells it apart. */
  readonly id: string;
  /** What it is, such as `Deployment` or `Server`. */
  readonly kind: string;
  /** Its name. */
  readonly name: string;
  /** Its namespace, where it has one. */
  readonly namespace?: string;
  /** The object, where it is one; a server is a part of its Cluster. */
  readonly object?: ObjectRef;
}

/**
 * Where traffic, pods or settings come from and go to: each of the first leads to each of the second.
 * Many Services that send to the same many workloads are one link.
 */
export interface PictureLink {
  /** Ids of the nodes that it begins at. */
  readonly from: readonly string[];
  /** Ids of the nodes that it leads to. */
  readonly to: readonly string[];
}

/** One side of an app: who sends to whom, and what runs where. */
export interface Picture {
  /** What there is, by id, in the order of the objects. */
  readonly nodes: ReadonlyMap<string, PictureNode>;
  /** What leads where; both ends of each link are among the nodes. */
  readonly links: readonly PictureLink[];
}

/**
 * The app that manifests make: Ingress to Services to workloads to servers, with the settings and the
 * volumes that the workloads use. Objects that are none of these are not in it.
 */
export function pictureOf(manifests: readonly Manifest[]): Picture {
  const around = new Surroundings(manifests);
  const nodes = new Map<string, PictureNode>();
  const links: PictureLink[] = [];
  const link = (from: readonly string[], to: readonly string[]): void => {
    const known = from.filter((id) => nodes.has(id));
    const targets = to.filter((id) => nodes.has(id) && (from.length > 1 || id !== from[0]));
    if (known.length > 0 && targets.length > 0) links.push({ from: known, to: targets });
  };
  for (const manifest of manifests) {
    const node = nodeOf(manifest);
    if (node !== undefined) nodes.set(node.id, node);
  }
  const clusters = manifests.filter(isKubeKeyCluster);
  for (const cluster of clusters) {
    const servers = itemsAt(cluster, 'spec', 'hosts').map(({ item }) =>
      serverOf(textAt(item, 'name') ?? ''),
    );
    for (const server of servers) nodes.set(server.id, server);
    link([idOf(cluster)], idsOf(servers));
  }
  for (const services of together(manifests, selection)) {
    const [one] = services;
    link(services.map(idOf), one === undefined ? [] : targetsOf(one, around));
  }
  for (const manifest of manifests) {
    if (manifest.kind !== 'Service') link([idOf(manifest)], targetsOf(manifest, around));
    const users = usersOf(manifest, around);
    link(
      users.map((user) => idOf(user.manifest)),
      [idOf(manifest)],
    );
  }
  for (const workloads of together(around.workloads, placing)) {
    const [one] = workloads;
    const places = one === undefined ? [] : placesOf(one, clusters);
    for (const place of places) nodes.set(place.id, nodes.get(place.id) ?? place);
    link(
      workloads.map(({ manifest }) => idOf(manifest)),
      idsOf(places),
    );
  }
  return { nodes, links };
}

function idsOf(nodes: readonly PictureNode[]): readonly string[] {
  return nodes.map(({ id }) => id);
}

/** What a Service sends to, the same text for Services that send to the same; undefined for other kinds. */
function selection(manifest: Manifest): string | undefined {
  if (manifest.kind !== 'Service') return undefined;
  const selector = Object.entries(labelsAt(manifest, 'spec', 'selector')).sort();
  return JSON.stringify([namespaceOf(manifest), selector]);
}

/** What says where a pod runs, the same text for those that run at the same places. */
function placing({ pod }: Workload): string {
  return JSON.stringify([textAt(pod.spec, 'nodeName'), labelsAt(pod.spec, 'nodeSelector')]);
}

/** Items with the same key together, in the order of the first of each; those without a key are left out. */
function together<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

const others = new Set([
  'Ingress',
  'Service',
  'HorizontalPodAutoscaler',
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
]);

function nodeOf(manifest: Manifest): PictureNode | undefined {
  const { kind } = manifest;
  const isDrawn =
    others.has(kind) || isKubeKeyCluster(manifest) || podTemplatesOf(manifest).length > 0;
  if (!isDrawn) return undefined;
  const object = refOf(manifest);
  return { id: idOf(manifest), kind, name: object.name, namespace: object.namespace, object };
}

/** An object's id; its API version is no part of it, so that both sides of an upgrade are one. */
function idOf(manifest: Manifest): string {
  const { kind, namespace = '', name } = refOf(manifest);
  return [kind, namespace, name].join('/');
}

/** Who an object sends to, or scales. */
function targetsOf(manifest: Manifest, around: Surroundings): readonly string[] {
  const namespace = namespaceOf(manifest);
  if (manifest.kind === 'Ingress') {
    return backendsOf(manifest).map(({ service }) => ['Service', namespace, service].join('/'));
  }
  if (manifest.kind === 'Service') {
    const selector = labelsAt(manifest, 'spec', 'selector');
    return around.workloadsWith(namespace, selector).map((workload) => idOf(workload.manifest));
  }
  if (manifest.kind === 'HorizontalPodAutoscaler') {
    const target = fieldsAt(manifest, 'spec', 'scaleTargetRef');
    return [[textAt(target, 'kind') ?? '', namespace, textAt(target, 'name') ?? ''].join('/')];
  }
  return [];
}

/** The workloads that use an object: its settings or its volume. */
function usersOf(manifest: Manifest, around: Surroundings): readonly Workload[] {
  const { kind } = manifest;
  const { name } = refOf(manifest);
  const namespace = namespaceOf(manifest);
  if (kind === 'ConfigMap' || kind === 'Secret') {
    return around.consumersOf(kind, namespace, name).map(({ workload }) => workload);
  }
  return kind === 'PersistentVolumeClaim' ? around.claimUsers(namespace, name) : [];
}

function serverOf(name: string): PictureNode {
  return { id: `Server//${name}`, kind: 'Server', name: messageWithoutSecrets(name) };
}

/** Where the pods of a workload may run, as far as the manifests say it. */
function placesOf({ pod }: Workload, clusters: readonly Manifest[]): readonly PictureNode[] {
  const fixed = textAt(pod.spec, 'nodeName');
  if (fixed !== undefined) return [serverOf(fixed)];
  const wanted = Object.entries(labelsAt(pod.spec, 'nodeSelector'));
  if (wanted.length > 0) {
    const fitting = clusters
      .flatMap((cluster) => itemsAt(cluster, 'spec', 'hosts'))
      .filter(({ item }) => {
        const name = textAt(item, 'name') ?? '';
        const labels = { 'kubernetes.io/hostname': name, ...labelsAt(item, 'labels') };
        return wanted.every(([key, value]) => new Map(Object.entries(labels)).get(key) === value);
      });
    if (fitting.length > 0) return fitting.map(({ item }) => serverOf(textAt(item, 'name') ?? ''));
    const name = wanted.map((entry) => entry.join('=')).join(', ');
    return [{ id: `Servers//${name}`, kind: 'Servers with', name }];
  }
  const [cluster, ...more] = clusters;
  const node = cluster === undefined || more.length > 0 ? undefined : nodeOf(cluster);
  return node === undefined ? [] : [node];
}
