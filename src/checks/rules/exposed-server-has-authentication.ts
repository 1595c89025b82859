import { itemsAt, textAt } from '../../manifest/fields';
import { parseImage } from '../../manifest/image-reference';
import { holdAll, parseCidr, withoutLeadingZeros } from '../../manifest/ip-network';
import { at, describe, refOf, type Fields } from '../../manifest/manifest';
import type { Check } from '../check';
import type { IndexedPod, IndexedService } from '../object-index';
import { isSystemNamespace, lastingContainers } from '../own-pods';
import { serverOf, type ServerImage } from '../server-images';
import { serviceGroups, targetPortsOf } from '../services-of-pods';

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
    for (const { pods, services } of serviceGroups(input)) {
      const exposed = services.filter(isExposed);
      if (exposed.length === 0) continue;
      const servers = new OpenServers(
        pods.filter(({ namespace }) => !isSystemNamespace(namespace)),
      );
      for (const service of exposed) {
        for (const [name, pod] of servers.behind(targetPortsOf(service))) {
          yield {
            object: service.object,
            field: 'spec.type',
            problem: `${service.type} opens ${name} in ${describe(refOf(pod.object.manifest))} to everyone who reaches the node or the load balancer, and no key or password can be seen there`,
          };
        }
      }
    }
  },
};

/** A load balancer that lets only named networks in is not open to everyone. */
function isExposed({ type, spec }: IndexedService): boolean {
  if (type !== 'LoadBalancer') return type === 'NodePort';
  const ranges = spec['loadBalancerSourceRanges'];
  if (!Array.isArray(ranges) || ranges.length === 0) return true;
  const networks = ranges.map((range) => parseCidr(withoutLeadingZeros(String(range).trim())));
  return holdAll(networks.filter((network) => network !== undefined));
}

/** Pods by the names of the open servers in them, the first one of each name. */
type Servers = Map<string, IndexedPod>;

/** The servers in pods that answer everyone, by the ports that reach them. */
class OpenServers {
  private readonly byPort = new Map<unknown, Servers>();
  /** Those that are alone in their pods: whatever is sent there is sent to them. */
  private readonly alone: Servers = new Map();

  constructor(pods: readonly IndexedPod[]) {
    for (const pod of pods) {
      const containers = lastingContainers(pod);
      for (const { container } of containers) {
        const server = serverOf(parseImage(textAt(container, 'image') ?? '').name);
        if (server === undefined || seemsToAsk(server, container)) continue;
        if (containers.length === 1) addServer(this.alone, server, pod);
        // Of several, the one that is sent to may be a proxy that asks.
        else for (const port of portsOf(container)) this.add(port, server, pod);
      }
    }
  }

  /** The servers that a Service reaches by its target ports. */
  behind(ports: readonly unknown[]): Servers {
    const found: Servers = new Map(this.alone);
    for (const port of ports) {
      for (const [name, pod] of this.byPort.get(port) ?? []) {
        if (!found.has(name)) found.set(name, pod);
      }
    }
    return found;
  }

  private add(port: unknown, server: ServerImage, pod: IndexedPod): void {
    let servers = this.byPort.get(port);
    if (servers === undefined) this.byPort.set(port, (servers = new Map<string, IndexedPod>()));
    addServer(servers, server, pod);
  }
}

function addServer(servers: Servers, { name }: ServerImage, pod: IndexedPod): void {
  if (!servers.has(name)) servers.set(name, pod);
}

/** The ports of a container by number and by name. */
function portsOf(container: Fields): readonly unknown[] {
  return itemsAt(container, 'ports').flatMap(({ item }) =>
    [item['containerPort'], item['name']].filter((port) => port !== undefined),
  );
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
