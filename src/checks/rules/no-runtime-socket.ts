import { show } from '../../errors';
import { itemsAt, textAt } from '../../manifest/fields';
import { withoutLastSlash } from '../../manifest/last-slash';
import type { PodTemplate } from '../../manifest/relations';
import type { Check } from '../check';
import { ownPods } from '../own-pods';

/** Where container runtimes listen, without the `/var` that some write before it. */
const sockets = [
  '/run/docker.sock',
  '/run/containerd/containerd.sock',
  '/run/k3s/containerd/containerd.sock',
  '/run/crio/crio.sock',
  '/run/cri-dockerd.sock',
  '/run/isulad.sock',
  '/run/podman/podman.sock',
] as const;

/** No container can talk to the container runtime of its node. */
export const noRuntimeSocket: Check = {
  id: 'no-runtime-socket',
  summary: "No container mounts the socket of its node's container runtime.",
  why: 'Who can write to that socket can start a container with any right on the node; mounting it readOnly changes nothing about that.',
  fix: 'Take the volume out; to build images in the cluster, use a builder that needs no runtime, such as BuildKit or kaniko.',
  severity: 'warning',
  profiles: ['recommended', 'production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  containers:
    - name: builder
      image: docker:27.3-cli
      volumeMounts:
        - { name: socket, mountPath: /var/run/docker.sock }
  volumes:
    - name: socket
      hostPath: { path: /var/run/docker.sock }
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  containers:
    - name: builder
      image: moby/buildkit:v0.17.2-rootless
`,
  },
  *run(input) {
    for (const { object, pod } of ownPods(input)) {
      let mounted: ReadonlySet<unknown> | undefined;
      for (const { item, index } of itemsAt(pod.spec, 'volumes')) {
        const path = textAt(item, 'hostPath', 'path');
        const socket = path === undefined ? undefined : socketIn(path);
        if (path === undefined || socket === undefined) continue;
        mounted ??= mountedIn(pod);
        if (!mounted.has(item['name'])) continue;
        yield {
          object,
          field: `${pod.specField}.volumes[${index}].hostPath.path`,
          problem:
            withoutVar(path) === socket
              ? `the container runtime listens there, got ${show(path)}`
              : `it holds the container runtime's socket (${socket}), got ${show(path)}`,
        };
      }
    }
  },
};

/** The socket that a path of the node is, or that is somewhere below it. */
function socketIn(path: string): string | undefined {
  const own = withoutVar(path);
  const folder = own === '/' ? '/' : `${own}/`;
  return sockets.find((socket) => socket === own || socket.startsWith(folder));
}

/** A path without its last slash, and with `/run` for `/var/run`, which is a link to it. */
function withoutVar(path: string): string {
  return withoutLastSlash(path).replace(/^\/var\/run(?=\/|$)/, '/run');
}

/** The names of the volumes that a container of a pod mounts. */
function mountedIn(pod: PodTemplate): ReadonlySet<unknown> {
  return new Set(
    pod.containers.flatMap(({ container }) =>
      itemsAt(container, 'volumeMounts').map(({ item }) => item['name']),
    ),
  );
}
