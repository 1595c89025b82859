import { numberAt, numberOf, textAt } from '../../manifest/fields';
import { at, describe, identityOf, refOf } from '../../manifest/manifest';
import type { Check, Report } from '../check';
import type { ClusterNodes } from '../cluster-node';
import { clusterNodes } from '../cluster-nodes';
import { mayShareNamespace, objectIndex, type IndexedPod } from '../object-index';
import { placementOf } from '../pod-placement';
import { isRun } from '../running-pods';

/** No two workloads take one port of the same host. */
export const uniqueHostPort: Check = {
  id: 'unique-host-port',
  summary: 'No two workloads want the same port of one host.',
  why: 'A hostPort, and each port of a pod in the network of its host, is taken once on a host: the scheduler leaves the second pod pending where no other host is free.',
  fix: 'Choose another port, or keep the two workloads on different hosts with a nodeSelector.',
  severity: 'warning',
  example: {
    wrong: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      ports:
        - { containerPort: 80, hostPort: 80 }
---
apiVersion: v1
kind: Pod
metadata:
  name: proxy
spec:
  containers:
    - name: proxy
      image: haproxy:3.0.7
      ports:
        - { containerPort: 8080, hostPort: 80 }
`,
    right: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27.3
      ports:
        - { containerPort: 80, hostPort: 80 }
---
apiVersion: v1
kind: Pod
metadata:
  name: proxy
spec:
  containers:
    - name: proxy
      image: haproxy:3.0.7
      ports:
        - { containerPort: 8080, hostPort: 8080 }
`,
  },
  *run(input) {
    const cluster = clusterNodes(input);
    const taken: Taken = new Map();
    for (const pod of objectIndex(input).pods) {
      if (!isRun(pod)) continue;
      for (const port of hostPortsOf(pod, cluster)) {
        const [other] = port.places.flatMap((place) => take(port, place, taken) ?? []);
        if (other !== undefined) yield clash(port, other, cluster !== undefined);
      }
    }
  },
};

interface HostPort {
  readonly pod: IndexedPod;
  readonly number: number;
  readonly protocol: string;
  /** Address of the host that it is taken on; empty for all. */
  readonly address: string;
  readonly field: string;
  /** Where its pod may take it. */
  readonly places: readonly string[];
}

function hostPortsOf(pod: IndexedPod, cluster: ClusterNodes | undefined): HostPort[] {
  let places: readonly string[] | undefined;
  const isOnHost = pod.pod.spec['hostNetwork'] === true;
  const found: HostPort[] = [];
  for (const { list, ports, field } of pod.pod.containers) {
    if (list !== 'containers') continue;
    for (const { item, index } of ports) {
      const key = isOnHost && item['hostPort'] === undefined ? 'containerPort' : 'hostPort';
      const number = numberOf(item[key]) ?? 0;
      if (number === 0) continue;
      const protocol = textAt(item, 'protocol') ?? 'TCP';
      const ip = textAt(item, 'hostIP') ?? '';
      const address = ip === '0.0.0.0' || ip === '::' ? '' : ip;
      places ??= placesOf(pod, cluster);
      const at = `${field}.ports[${index}].${key}`;
      found.push({ pod, number, protocol, address, field: at, places });
    }
  }
  return found;
}

/**
 * Where a pod may take its ports: the nodes that it may run on. Without a cluster only pods that ask for
 * the same are sure to be meant for the same hosts.
 */
function placesOf({ pod }: IndexedPod, cluster: ClusterNodes | undefined): readonly string[] {
  if (cluster !== undefined) return placementOf(pod, cluster).open.map(({ name }) => name);
  const { spec } = pod;
  return [JSON.stringify([spec['nodeName'], spec['nodeSelector'], at(spec, 'affinity')])];
}

/** Who took the ports of each address of a place, by the identity of the object. */
type Taken = Map<string, Map<string, HostPort>>;

/** Takes a port of a place, and gives who took it before; undefined where nobody did. */
function take(port: HostPort, place: string, taken: Taken): HostPort | undefined {
  const { number, protocol, address, pod } = port;
  const portsAt = (which: string): Map<string, HostPort> => {
    const key = `${number} ${protocol} ${which} ${place}`;
    const found = taken.get(key) ?? new Map<string, HostPort>();
    taken.set(key, found);
    return found;
  };
  const identity = identityOf(pod.object.manifest);
  // A second port of the same object would say the same again.
  if (portsAt(address).has(identity)) return undefined;
  const before = address === '' ? [portsAt('any')] : [portsAt(address), portsAt('')];
  portsAt(address).set(identity, port);
  portsAt('any').set(identity, port);
  // All but those of the same name clash, so the search is short.
  for (const others of before) {
    for (const other of others.values()) if (!isSame(pod, other.pod)) return other;
  }
  return undefined;
}

function clash(port: HostPort, other: HostPort, arePlacesHosts: boolean): Report {
  const { pod, field, number, protocol } = port;
  const both = [port, other];
  const areEverywhere = both.every((one) => one.pod.kind === 'apps/DaemonSet');
  const haveNoOther =
    arePlacesHosts && both.every((one) => one.places.length === 1 && mayRun(one.pod));
  return {
    object: pod.object,
    field,
    problem: `port ${number} ${protocol} of the host is also taken by ${describe(refOf(other.pod.object.manifest))}, so the two cannot run on one host`,
    severity: areEverywhere || haveNoOther ? 'error' : 'warning',
  };
}

/** An object that is written twice is reported as such. */
function isSame(a: IndexedPod, b: IndexedPod): boolean {
  return (
    identityOf(a.object.manifest) === identityOf(b.object.manifest) ||
    (refOf(a.object.manifest).name === refOf(b.object.manifest).name &&
      a.kind === b.kind &&
      a.namespace !== b.namespace &&
      mayShareNamespace(a.namespace, b.namespace))
  );
}

/** Pods of Jobs come and go, and a workload scaled to nothing has none. */
function mayRun({ kind, object }: IndexedPod): boolean {
  return !kind.startsWith('batch/') && numberAt(object.manifest, 'spec', 'replicas') !== 0;
}
