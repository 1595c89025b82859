import { fieldsAt, itemsAt, labelsAt, textAt } from '../manifest/fields';
import { isKubeKeyCluster } from '../manifest/kubekey-cluster';
import { refOf, type Manifest, type ObjectRef } from '../manifest/manifest';
import { messageWithoutSecrets } from '../manifest/secret-text';
import { podTemplatesOf } from '../manifest/relations';
import { newerForm } from './newer-form';
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

/** Where traffic, pods or settings come from and go to. */
export interface PictureEdge {
  /** Id of the node it begins at. */
  readonly from: string;
  /** Id of the node it leads to. */
  readonly to: string;
}

/** One side of an app: who sends to whom, and what runs where. */
export interface Picture {
  /** What there is, by id, in the order of the objects. */
  readonly nodes: ReadonlyMap<string, PictureNode>;
  /** What leads where, by `FROM>TO`. */
  readonly edges: ReadonlyMap<string, PictureEdge>;
}

/**
 * The app that manifests make: Ingress to Services to workloads to servers, with the settings and the
 * volumes that the workloads use. Objects that are none of these are not in it.
 */
export function pictureOf(manifests: readonly Manifest[]): Picture {
  const around = new Surroundings(manifests);
  const nodes = new Map<string, PictureNode>();
  const edges = new Map<string, PictureEdge>();
  const link = (from: string, to: string): void => {
    if (from !== to && nodes.has(from) && nodes.has(to)) edges.set(`${from}>${to}`, { from, to });
  };
  for (const manifest of manifests) {
    const node = nodeOf(manifest);
    if (node !== undefined) nodes.set(node.id, node);
  }
  const clusters = manifests.filter(isKubeKeyCluster);
  for (const cluster of clusters) {
    for (const { item } of itemsAt(cluster, 'spec', 'hosts')) {
      const server = serverOf(textAt(item, 'name') ?? '');
      nodes.set(server.id, server);
      link(idOf(cluster), server.id);
    }
  }
  for (const manifest of manifests) {
    for (const target of targetsOf(manifest, around)) link(idOf(manifest), target);
    for (const user of usersOf(manifest, around)) link(idOf(user.manifest), idOf(manifest));
  }
  for (const workload of around.workloads) {
    for (const place of placesOf(workload, clusters)) {
      nodes.set(place.id, nodes.get(place.id) ?? place);
      link(idOf(workload.manifest), place.id);
    }
  }
  return { nodes, edges };
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
    const spec = fieldsAt(newerForm(manifest), 'spec');
    const backends = [
      fieldsAt(spec, 'defaultBackend'),
      ...itemsAt(spec, 'rules').flatMap(({ item }) =>
        itemsAt(item, 'http', 'paths').map((path) => fieldsAt(path.item, 'backend')),
      ),
    ];
    return backends.map((backend) =>
      ['Service', namespace, textAt(backend, 'service', 'name') ?? ''].join('/'),
    );
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
