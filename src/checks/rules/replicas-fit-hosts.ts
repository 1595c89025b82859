import { numberAt } from '../../manifest/fields';
import type { Check } from '../check';
import { clusterNodes, countHosts, showNodes } from '../cluster-nodes';
import { objectIndex } from '../object-index';
import { onePerHost, spreadLimit, type HostLimit } from '../one-per-host';
import { placementOf } from '../pod-placement';
import { isRun, replicasOf } from '../running-pods';

/** There are hosts enough for replicas that must not share one. */
export const replicasFitHosts: Check = {
  id: 'replicas-fit-hosts',
  summary: 'The KubeKey Cluster has hosts enough for replicas that may not share a host.',
  why: 'With required anti-affinity, a hostPort or a hard spread, the replicas that find no host of their own stay Pending.',
  fix: 'Write fewer replicas, add hosts to the Cluster, or prefer the rule instead of requiring it.',
  severity: 'error',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node2, node3] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector: { matchLabels: { app: web } }
      containers: [{ name: web, image: "nginx:1.27" }]
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node1, node2, node3] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector: { matchLabels: { app: web } }
      containers: [{ name: web, image: "nginx:1.27" }]
`,
  },
  *run(input) {
    const cluster = clusterNodes(input);
    if (cluster === undefined) return;
    const index = objectIndex(input);
    for (const indexed of index.pods) {
      const count = replicasOf(input, indexed);
      if (!isRun(indexed) || count === undefined) continue;
      const placement = placementOf(indexed.pod, cluster);
      const { open } = placement;
      // Where no host is open, that is another check's finding.
      if (open.length === 0) continue;
      const limit = lower(onePerHost(indexed), spreadLimit(indexed, placement, index, count));
      if (limit === undefined) continue;
      const room = limit.pods * open.length;
      if (count <= room) continue;
      const { object } = indexed;
      yield {
        object,
        field:
          numberAt(object.manifest, 'spec', 'replicas') === undefined
            ? limit.field
            : 'spec.replicas',
        problem: `${count} replicas, but ${limit.reason} allows ${limit.pods} on each host, and they may run on ${countHosts(open)} of the cluster (${showNodes(open)}): room for ${room}`,
        ...(limit.fix === undefined ? {} : { fix: limit.fix }),
        from: cluster.from,
      };
    }
  },
};

function lower(a: HostLimit | undefined, b: HostLimit | undefined): HostLimit | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.pods < a.pods ? b : a;
}
