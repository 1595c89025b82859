import type { Check } from '../check';
import { clusterNodes, showNodes } from '../cluster-nodes';
import { objectIndex } from '../object-index';
import { placementOf } from '../pod-placement';
import { isRun, replicasOf } from '../running-pods';

/** A pod that only fits on control planes tolerates their taint. */
export const toleratesControlPlane: Check = {
  id: 'tolerates-control-plane',
  summary:
    'A pod that may only run on control planes of the KubeKey Cluster tolerates their taint.',
  why: 'KubeKey leaves the taint NoSchedule on a control plane that is no worker, so such a pod stays Pending.',
  fix: 'Name a host in the Cluster’s roleGroups.worker, which takes its taint away, or add the toleration.',
  severity: 'error',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node2, node3] }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec:
      nodeSelector: { node-role.kubernetes.io/control-plane: "" }
      containers: [{ name: agent, image: "agent:1" }]
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node2, node3] }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec:
      nodeSelector: { node-role.kubernetes.io/control-plane: "" }
      tolerations: [{ key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule }]
      containers: [{ name: agent, image: "agent:1" }]
`,
  },
  *run(input) {
    const cluster = clusterNodes(input);
    if (cluster === undefined) return;
    for (const indexed of objectIndex(input).pods) {
      const { object, pod } = indexed;
      if (!isRun(indexed) || replicasOf(input, indexed) === 0) continue;
      const { matching, open } = placementOf(pod, cluster);
      const [first] = matching;
      if (first === undefined || open.length > 0) continue;
      const hosts = showNodes(matching);
      const isOne = matching.length === 1;
      yield {
        object,
        field: `${pod.specField}.tolerations`,
        problem: `the pod may only run on ${hosts} and does not tolerate the taint of ${isOne ? 'a control plane' : 'control planes'} there: ${first.taints.map((taint) => `${taint}:NoSchedule`).join(' and ')}`,
        fix: `Name ${isOne ? hosts : 'one of them'} in ${cluster.fields.workers} too, which takes the taint away, or add the toleration ${first.taints.map((key) => `{ key: ${key}, operator: Exists, effect: NoSchedule }`).join(' and ')}.`,
        from: [...cluster.from, `${pod.specField}.tolerations`, `${pod.specField}.nodeSelector`],
      };
    }
  },
};
