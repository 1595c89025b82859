import { itemsAt, numberAt, textAt } from '../../manifest/fields';
import { at, describe, identityOf, refOf } from '../../manifest/manifest';
import type { Check, Report, Severity } from '../check';
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
    const taken = new Map<string, HostPort[]>();
    for (const port of objectIndex(input).pods.flatMap(hostPortsOf)) {
      if (!isRun(port.pod)) continue;
      const key = `${port.number} ${port.protocol}`;
      const others = taken.get(key) ?? [];
      taken.set(key, others);
      const report = firstClash(port, others, cluster);
      if (report !== undefined) yield report;
      // More of them would say the same again.
      if (others.length < 20) others.push(port);
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
}

function hostPortsOf(pod: IndexedPod): HostPort[] {
  const isOnHost = pod.pod.spec['hostNetwork'] === true;
  const found: HostPort[] = [];
  for (const { list, container, field } of pod.pod.containers) {
    if (list !== 'containers') continue;
    for (const { item, index } of itemsAt(container, 'ports')) {
      const key = isOnHost && item['hostPort'] === undefined ? 'containerPort' : 'hostPort';
      const number = numberAt(item, key) ?? 0;
      if (number === 0) continue;
      const protocol = textAt(item, 'protocol') ?? 'TCP';
      const ip = textAt(item, 'hostIP') ?? '';
      const address = ip === '0.0.0.0' || ip === '::' ? '' : ip;
      found.push({ pod, number, protocol, address, field: `${field}.ports[${index}].${key}` });
    }
  }
  return found;
}

function firstClash(
  port: HostPort,
  others: readonly HostPort[],
  cluster: ClusterNodes | undefined,
): Report | undefined {
  for (const other of others) {
    const severity = severityOf(port, other, cluster);
    if (severity === undefined) continue;
    const { pod, field, number, protocol } = port;
    return {
      object: pod.object,
      field,
      problem: `port ${number} ${protocol} of the host is also taken by ${describe(refOf(other.pod.object.manifest))}, so the two cannot run on one host`,
      severity,
    };
  }
  return undefined;
}

/** How sure it is that two ports meet; undefined where they need not, or where another check says it. */
function severityOf(
  a: HostPort,
  b: HostPort,
  cluster: ClusterNodes | undefined,
): Severity | undefined {
  const { object } = a.pod;
  if (object === b.pod.object || isSame(a.pod, b.pod)) return undefined;
  if (a.address !== b.address && a.address !== '' && b.address !== '') return undefined;
  const areEverywhere = a.pod.kind === 'apps/DaemonSet' && b.pod.kind === 'apps/DaemonSet';
  if (cluster === undefined) {
    if (asksOf(a.pod) !== asksOf(b.pod)) return undefined;
    return areEverywhere ? 'error' : 'warning';
  }
  const own = placementOf(a.pod.pod, cluster).open;
  const theirs = placementOf(b.pod.pod, cluster).open;
  const common = own.filter((node) => theirs.includes(node));
  if (common.length === 0) return undefined;
  const hasNoOther = new Set([...own, ...theirs]).size === 1 && mayRun(a.pod) && mayRun(b.pod);
  return areEverywhere || hasNoOther ? 'error' : 'warning';
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

/** What a pod asks of its host: pods that ask for different things may be meant for different hosts. */
function asksOf({ pod: { spec } }: IndexedPod): string {
  return JSON.stringify([spec['nodeName'], spec['nodeSelector'], at(spec, 'affinity')]);
}
