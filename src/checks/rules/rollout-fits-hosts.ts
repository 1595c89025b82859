import { textAt } from '../../manifest/fields';
import { at, type Manifest } from '../../manifest/manifest';
import { amountOf } from '../../manifest/percentage';
import type { Check } from '../check';
import { clusterNodes, showNodes } from '../cluster-nodes';
import { kindOf, objectIndex } from '../object-index';
import { onePerHost } from '../one-per-host';
import { placementOf } from '../pod-placement';
import { isRun, replicasOf } from '../running-pods';

/** A rollout of replicas that must not share a host has a host to begin with. */
export const rolloutFitsHosts: Check = {
  id: 'rollout-fits-hosts',
  summary:
    'A rollout of replicas that may not share a host leaves one host free, or stops a pod first.',
  why: 'When every host holds a pod of the old version and none may be stopped first, the first new pod stays Pending and the rollout never ends.',
  fix: 'Let a rollout stop a pod first: strategy.rollingUpdate with maxUnavailable: 1 and maxSurge: 0.',
  severity: 'error',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node2], registry: [node3] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 1
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "nginx:1.27", ports: [{ containerPort: 80, hostPort: 80 }] }]
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node2], registry: [node3] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 1
  strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "nginx:1.27", ports: [{ containerPort: 80, hostPort: 80 }] }]
`,
  },
  *run(input) {
    const cluster = clusterNodes(input);
    if (cluster === undefined) return;
    for (const indexed of objectIndex(input).pods) {
      const { object } = indexed;
      if (kindOf(object) !== 'apps/Deployment' || !isRun(indexed)) continue;
      const count = replicasOf(input, indexed) ?? 0;
      const limit = onePerHost(indexed);
      const { open } = placementOf(indexed.pod, cluster);
      // More replicas than hosts is another check's finding.
      if (limit?.coversRollout !== true || count === 0 || count !== open.length) continue;
      if (stoppedFirst(object.manifest, count) !== 0) continue;
      const all =
        count === 1
          ? `the one host that can take it (${showNodes(open)}) holds`
          : `all ${count} hosts that can take them (${showNodes(open)}) hold`;
      yield {
        object,
        field: 'spec.strategy',
        problem: `${limit.reason} allows one pod on each host, ${all} one of the old version, and a rollout may stop none of ${count} before a new one runs`,
        from: [...cluster.from, 'spec.strategy', 'spec.replicas'],
      };
    }
  },
};

/** How many pods a rollout may stop before new ones run; undefined where that can't be read. */
function stoppedFirst(manifest: Manifest, count: number): number | undefined {
  const strategy = at(manifest, 'spec', 'strategy');
  if (textAt(strategy, 'type') === 'Recreate') return count;
  const unavailable = amountOf(
    at(strategy, 'rollingUpdate', 'maxUnavailable') ?? '25%',
    count,
    Math.floor,
  );
  const surge = amountOf(at(strategy, 'rollingUpdate', 'maxSurge') ?? '25%', count, Math.ceil);
  // Kubernetes lets one pod go where both come to 0.
  return unavailable === 0 && surge === 0 ? 1 : unavailable;
}
