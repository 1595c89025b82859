import type { Check } from '../check';
import { clusterNodes } from '../cluster-nodes';
import { capacityOf, isExtended } from '../host-capacity';
import { objectIndex } from '../object-index';
import { placementOf } from '../pod-placement';
import { podRequests, showAmount } from '../pod-requests';
import { resourceField } from '../resource-field';
import { isRun, replicasOf } from '../running-pods';
import { showCapacities } from '../show-capacities';

/** A GPU, or another extended resource, that a pod asks for is on a host that it may run on. */
export const gpuOnSomeHost: Check = {
  id: 'gpu-on-some-host',
  summary: 'A host has as many GPUs, or of another extended resource, as one pod asks for.',
  why: 'One pod runs on one host: where no host has as many, it stays Pending. What the hosts have is said by the option hosts, since a KubeKey Cluster has no field for it.',
  fix: 'Ask for fewer, or declare the host that has them in the option hosts.',
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
metadata: { name: model }
spec:
  replicas: 1
  selector: { matchLabels: { app: model } }
  template:
    metadata: { labels: { app: model } }
    spec:
      containers: [{ name: model, image: "model:1", resources: { limits: { nvidia.com/gpu: 2 } } }]
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node2, node3] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: model }
spec:
  replicas: 1
  selector: { matchLabels: { app: model } }
  template:
    metadata: { labels: { app: model } }
    spec:
      containers: [{ name: model, image: "model:1", resources: { limits: { nvidia.com/gpu: 1 } } }]
`,
    hosts: { node2: { 'nvidia.com/gpu': 1 }, node3: { 'nvidia.com/gpu': 1 } },
  },
  *run(input) {
    const cluster = clusterNodes(input);
    if (cluster === undefined || input.hosts === undefined) return;
    const capacity = capacityOf(input, cluster);
    for (const indexed of objectIndex(input).pods) {
      const { object, pod } = indexed;
      if (!isRun(indexed) || replicasOf(input, indexed) === 0) continue;
      const { open } = placementOf(pod, cluster);
      if (open.length === 0) continue;
      for (const [resource, amount] of podRequests(pod)) {
        if (!isExtended(resource)) continue;
        const isThere = open.some((node) => (capacity(node, resource) ?? amount) >= amount);
        if (isThere) continue;
        yield {
          object,
          field: resourceField(pod, resource),
          problem: `a pod asks for ${showAmount(resource, amount)} ${resource}, and no host has as many: ${showCapacities(open, resource, capacity)}`,
          from: cluster.from,
        };
      }
    }
  },
};
