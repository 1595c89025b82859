import { itemsAt, textAt } from '../../manifest/fields';
import { parseImage } from '../../manifest/image-reference';
import { at, describe, refOf, type Fields } from '../../manifest/manifest';
import type { PodContainer } from '../../manifest/relations';
import type { Check, CheckedObject } from '../check';
import type { IndexedPod } from '../object-index';
import { lastingContainers, ownPods } from '../own-pods';
import { serverOf, type ServerImage } from '../server-images';
import { servicesOfPods } from '../services-of-pods';

/** A model server or a database that is reached from outside asks who calls. */
export const exposedServerHasAuthentication: Check = {
  id: 'exposed-server-has-authentication',
  summary:
    'A known model server or database behind a NodePort or LoadBalancer Service asks for a key or a password.',
  why: 'Such ports are found by scanners within hours. These programs then answer everyone: they give data away, or compute for others at your cost.',
  fix: 'Set a key or a password from a Secret, or use a ClusterIP Service with a proxy before it that asks who calls.',
  severity: 'warning',
  profiles: ['production'],
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: model
  labels: { app: model }
spec:
  containers:
    - name: model
      image: vllm/vllm-openai:v0.6.4
      args: [--model, Qwen/Qwen2.5-7B-Instruct]
      ports:
        - containerPort: 8000
---
apiVersion: v1
kind: Service
metadata:
  name: model
spec:
  type: NodePort
  selector: { app: model }
  ports:
    - port: 8000
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: model
  labels: { app: model }
spec:
  containers:
    - name: model
      image: vllm/vllm-openai:v0.6.4
      args: [--model, Qwen/Qwen2.5-7B-Instruct]
      env:
        - name: VLLM_API_KEY
          valueFrom:
            secretKeyRef: { name: model, key: api-key }
      ports:
        - containerPort: 8000
---
apiVersion: v1
kind: Service
metadata:
  name: model
spec:
  type: NodePort
  selector: { app: model }
  ports:
    - port: 8000
`,
  },
  *run(input) {
    const services = servicesOfPods(input);
    for (const pod of ownPods(input)) {
      for (const service of (services.get(pod) ?? []).filter(isExposed)) {
        for (const one of targetsOf(service, pod)) {
          const server = serverOf(parseImage(textAt(one.container, 'image') ?? '').name);
          if (server === undefined || seemsToAsk(server, one.container)) continue;
          yield {
            object: service,
            field: 'spec.type',
            problem: `${textAt(service.manifest, 'spec', 'type') ?? ''} opens ${server.name} in ${describe(refOf(pod.object.manifest))} to everyone who reaches the node or the load balancer, and no key or password can be seen there`,
          };
        }
      }
    }
  },
};

/** A load balancer that lets only named networks in is not open to everyone. */
function isExposed({ manifest }: CheckedObject): boolean {
  const type = textAt(manifest, 'spec', 'type');
  const ranges = at(manifest, 'spec', 'loadBalancerSourceRanges');
  const isLimited = Array.isArray(ranges) && ranges.length > 0 && !ranges.includes('0.0.0.0/0');
  return type === 'NodePort' || (type === 'LoadBalancer' && !isLimited);
}

/** The containers that a Service sends to; all where the containers don't name their ports. */
function targetsOf({ manifest }: CheckedObject, pod: IndexedPod): readonly PodContainer[] {
  const ports = new Set<unknown>(
    itemsAt(manifest, 'spec', 'ports').map(({ item }) => item['targetPort'] ?? item['port']),
  );
  const containers = lastingContainers(pod);
  const named = containers.filter(({ container }) =>
    itemsAt(container, 'ports').some(
      ({ item }) => ports.has(item['containerPort']) || ports.has(item['name']),
    ),
  );
  if (named.length > 0) return named;
  // Of several, the one that is sent to may be a proxy that asks.
  return containers.length === 1 ? containers : [];
}

/** Tells whether something asks who calls, or may do so where it can't be seen from here. */
function seemsToAsk(server: ServerImage, container: Fields): boolean {
  const env = itemsAt(container, 'env').map(({ item }) => item);
  const isOpen = env.some((item) =>
    (server.open?.[textAt(item, 'name') ?? ''] ?? []).includes(String(item['value'])),
  );
  if (isOpen) return false;
  if (server.asksByDefault === true) return true;
  const { env: keys = [], args = [] } = server;
  if (keys.length + args.length === 0) return false;
  // What comes from a Secret as a whole, or from a file of settings, is not seen here.
  if (itemsAt(container, 'envFrom').length > 0) return true;
  const words = ['command', 'args'].flatMap((part): readonly unknown[] => {
    const list = at(container, part);
    return Array.isArray(list) ? list : [];
  });
  const text = words
    .map(String)
    .join(' ')
    .split(/[\s=]+/);
  if (text.some((word) => args.includes(word) || /\.(?:conf|cnf|ya?ml|json|toml)$/.test(word))) {
    return true;
  }
  return env.some((item) => keys.includes(textAt(item, 'name') ?? '') && item['value'] !== '');
}
