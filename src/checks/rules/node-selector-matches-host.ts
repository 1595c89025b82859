import { closest } from '../../manifest/closest';
import { appendField } from '../../manifest/field-path';
import { textAt } from '../../manifest/fields';
import type { Check, CheckInput, Premise, Report } from '../check';
import { clusterNodes, showNodes, type ClusterNode, type ClusterNodes } from '../cluster-nodes';
import { objectIndex, type IndexedPod } from '../object-index';
import { placementOf, requirementsOf, type NodeRequirement } from '../pod-placement';
import { isRun, replicasOf } from '../running-pods';

/** Some host of the Cluster has the labels that a pod requires of its node. */
export const nodeSelectorMatchesHost: Check = {
  id: 'node-selector-matches-host',
  summary: 'A host of the KubeKey Cluster has the labels that a pod requires of its node.',
  why: 'A pod whose nodeSelector or required node affinity no node meets stays Pending. Nodes may join later; the Cluster says which there are.',
  fix: 'Give a host the label in the Cluster’s spec.hosts[].labels, or require one that a host has.',
  severity: 'error',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  hosts:
    - { name: node1, address: 192.168.0.2, labels: { disk: ssd } }
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node1] }
---
apiVersion: v1
kind: Pod
metadata: { name: db }
spec:
  nodeSelector: { disk: sdd }
  containers: [{ name: db, image: "postgres:17" }]
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  hosts:
    - { name: node1, address: 192.168.0.2, labels: { disk: ssd } }
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node1] }
---
apiVersion: v1
kind: Pod
metadata: { name: db }
spec:
  nodeSelector: { disk: ssd }
  containers: [{ name: db, image: "postgres:17" }]
`,
  },
  *run(input) {
    const cluster = clusterNodes(input);
    if (cluster === undefined) return;
    for (const pod of objectIndex(input).pods) {
      if (!isRun(pod) || replicasOf(input, pod) === 0) continue;
      if (placementOf(pod.pod, cluster).matching.length > 0) continue;
      yield misses(input, pod, cluster);
    }
  },
};

function misses(input: CheckInput, { object, pod }: IndexedPod, cluster: ClusterNodes): Report {
  const { nodes } = cluster;
  const there = `of the cluster’s hosts (${showNodes(nodes)})`;
  const nodeName = textAt(pod.spec, 'nodeName');
  if (nodeName !== undefined) {
    const names = nodes.map(({ name }) => name);
    const meant = closest(nodeName, names);
    return {
      object,
      field: `${pod.specField}.nodeName`,
      problem: `"${nodeName}" is none ${there}`,
      fix: `Write ${meant ?? names[0] ?? ''}, or leave nodeName out to let the scheduler choose.`,
      from: cluster.from,
    };
  }
  const requirements = requirementsOf(pod.spec, pod.specField, cluster);
  const unmet = requirements.find(({ isMetBy }) => !nodes.some(isMetBy));
  // A DaemonSet that finds no node is no fault of the API's; it just does nothing.
  const isCertain =
    object.manifest.kind !== 'DaemonSet' &&
    (unmet === undefined || input.references === 'closed' || isSaid(unmet, nodes));
  const severity = isCertain ? 'error' : 'warning';
  if (unmet === undefined) {
    return {
      object,
      field: requirements[0]?.field ?? pod.specField,
      problem: `the pod requires ${requirements.map(({ text }) => text).join(' and ')}, and none ${there} meets all of it`,
      severity,
      from: cluster.from,
    };
  }
  const { field, text, keys } = unmet;
  const places = keys.map((key): Premise => [cluster.checked.object, `spec.hosts[].${key}`]);
  const known = keys.flatMap((key) => labelsThere(key, nodes));
  const fix = fixOf(unmet, nodes);
  return {
    object,
    field,
    problem: `the pod requires ${text}, and none ${there} meets it${known.length === 0 ? '' : `: they have ${known.join(', ')}`}`,
    ...(fix === undefined ? {} : { fix }),
    severity,
    from: [...cluster.from, ...places],
  };
}

/** Labels that Kubernetes or KubeKey set themselves, so that nobody gives them by hand. */
const givenLabels: ReadonlySet<string> = new Set([
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/os',
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'node-role.kubernetes.io/control-plane',
  'node-role.kubernetes.io/master',
  'node-role.kubernetes.io/worker',
]);

/** Whether the input says of all the labels what they are; another label may be given by hand. */
function isSaid({ keys }: NodeRequirement, nodes: readonly ClusterNode[]): boolean {
  return keys.every((key) => givenLabels.has(key) || labelsThere(key, nodes).length > 0);
}

/** The values that a label has, as `key: value`; at most four. */
function labelsThere(key: string, nodes: readonly ClusterNode[]): readonly string[] {
  const values = nodes.flatMap(({ labels }) =>
    Object.hasOwn(labels, key) ? [labels[key] ?? ''] : [],
  );
  return [...new Set(values)].slice(0, 4).map((value) => `${key}: ${value === '' ? '""' : value}`);
}

function fixOf({ keys }: NodeRequirement, nodes: readonly ClusterNode[]): string | undefined {
  const [key = ''] = keys;
  if (keys.length !== 1) return undefined;
  const [first] = labelsThere(key, nodes);
  if (givenLabels.has(key)) {
    return first === undefined
      ? `Remove ${key}: neither KubeKey nor Kubernetes gives it to these hosts.`
      : `Write ${first}, which a host has.`;
  }
  const own = nodes.flatMap(({ labels }) => Object.keys(labels));
  const meant = first === undefined ? closest(key, [...new Set(own)]) : undefined;
  return meant === undefined
    ? undefined
    : `Write ${meant}, which a host has, or give a host the label ${appendField('', key)} in spec.hosts[].labels.`;
}
