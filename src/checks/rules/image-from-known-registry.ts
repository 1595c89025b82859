import { shorten } from '../../errors';
import { textAt } from '../../manifest/fields';
import type { Check } from '../check';
import { kubeKeyClusters, type CheckedCluster } from '../kubekey-clusters';
import { objectIndex } from '../object-index';
import { isRun } from '../running-pods';

/** Images come from a registry that the Cluster is set up for, where it has one of its own. */
export const imageFromKnownRegistry: Check = {
  id: 'image-from-known-registry',
  summary:
    'Where the KubeKey Cluster has a private registry, images come from it or from a registry that the Cluster names.',
  why: 'privateRegistry is the place of the images that KubeKey installs; it rewrites no image of a workload. registryMirrors hold for docker.io only. Hosts that can not reach the registry of an image leave its pod in ImagePullBackOff.',
  fix: 'Write the image with the registry that holds it.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { registry: [node3] }
  registry: { privateRegistry: dockerhub.kubekey.local }
---
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, image: "nginx:1.27" }]
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { registry: [node3] }
  registry: { privateRegistry: dockerhub.kubekey.local }
---
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, image: "dockerhub.kubekey.local/library/nginx:1.27" }]
`,
  },
  *run(input) {
    const [checked, ...others] = kubeKeyClusters(input);
    if (checked === undefined || others.length > 0) return;
    const registries = registriesOf(checked);
    if (registries === undefined) return;
    for (const indexed of objectIndex(input).pods) {
      if (!isRun(indexed)) continue;
      for (const { container, field } of indexed.pod.containers) {
        const image = textAt(container, 'image');
        // An image that is never pulled is put on the hosts by hand.
        if (image === undefined || container['imagePullPolicy'] === 'Never') continue;
        const host = registryOf(image);
        if (host === undefined || registries.known.has(host)) continue;
        if (host !== dockerHub && !registries.isOwn) continue;
        yield {
          object: indexed.object,
          field: `${field}.image`,
          problem: `the hosts pull "${shorten(image, 300)}" from ${host}: the Cluster’s privateRegistry ${registries.own} is not asked for it${host === dockerHub ? ', and registryMirrors names no mirror' : ''}`,
          fix: fixOf(image, host, registries),
        };
      }
    }
  },
};

const dockerHub = 'docker.io';

interface Registries {
  /** The private registry, as the Cluster writes it. */
  readonly own: string;
  /** Whether the cluster runs it itself, as clusters without a way out do. */
  readonly isOwn: boolean;
  /** The hosts of the registries that the Cluster is set up for. */
  readonly known: ReadonlySet<string>;
}

/** The registries that a Cluster names; undefined where it has no private one. */
function registriesOf({ cluster }: CheckedCluster): Registries | undefined {
  const own = cluster.text('spec.registry.privateRegistry');
  if (own === '') return undefined;
  const names = [
    own,
    ...cluster.texts('spec.registry.insecureRegistries').map(({ text }) => text),
    ...cluster.entries('spec.registry.auths').map(({ key }) => key),
    ...cluster.entries('spec.registry.remoteMirrors').map(({ key }) => key),
  ];
  const hasMirror = cluster.texts('spec.registry.registryMirrors').length > 0;
  return {
    own,
    isOwn: cluster.members('registry').length > 0,
    known: new Set([
      ...names.map((name) => name.replace(/^https?:\/\//, '').split('/')[0] ?? ''),
      ...(hasMirror ? [dockerHub] : []),
    ]),
  };
}

/** The registry that an image is pulled from; undefined where another tool will write it. */
function registryOf(image: string): string | undefined {
  if (image.includes('$') || image.includes('{{')) return undefined;
  const [first = '', ...rest] = image.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  if (!isHost || first === 'index.docker.io') return dockerHub;
  return first;
}

function fixOf(image: string, host: string, { own, isOwn }: Registries): string {
  const where = isOwn
    ? `Put the image into the cluster’s registry and write ${own}/${pathOf(image)}`
    : 'Write the image with a registry that the hosts reach';
  return host === dockerHub
    ? `${where}, or name a mirror of docker.io in the Cluster’s registryMirrors.`
    : `${where}, or name ${host} in the Cluster’s registry.auths where the hosts reach it.`;
}

/** The path of an image in its registry, as docker.io has it for an image without one. */
function pathOf(image: string): string {
  const parts = image.split('/');
  const path = parts.length > 1 && /[.:]/.test(parts[0] ?? '') ? parts.slice(1) : parts;
  return path.length === 1 ? `library/${path[0] ?? ''}` : path.join('/');
}
