import { shorten, show } from '../../errors';
import { appendField } from '../../manifest/field-path';
import { textAt } from '../../manifest/fields';
import { likeliest, listed } from '../../manifest/listed';
import type { Check, CheckInput, Report } from '../check';
import type { ClusterNode, ClusterNodes } from '../cluster-node';
import { clusterNodes, showNodes } from '../cluster-nodes';
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
    const { names } = wordsOf(nodes);
    const meant = likeliest(names, nodeName);
    return {
      object,
      field: `${pod.specField}.nodeName`,
      problem: `${show(nodeName)} is none ${there}`,
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
      problem: `the pod requires ${shorten(requirements.map(({ text }) => text).join(' and '), 300)}, and none ${there} meets all of it`,
      severity,
      from: cluster.from,
    };
  }
  const { field, text, keys } = unmet;
  const labels = keys.flatMap((key) => labelsThere(key, nodes));
  const fix = fixOf(unmet, cluster);
  return {
    object,
    field,
    problem: `the pod requires ${shorten(text, 300)}, and none ${there} meets it${labels.length === 0 ? '' : `: they have ${listed(labels)}`}`,
    ...(fix === undefined ? {} : { fix }),
    severity,
    from: [...cluster.from, ...keys.map(cluster.labelField)],
  };
}

/** Labels that Kubernetes or KubeKey set themselves, so that nobody gives them by hand. */
const clusterLabels: ReadonlySet<string> = new Set([
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
  return keys.every((key) => clusterLabels.has(key) || labelsThere(key, nodes).length > 0);
}

/** The values that a label has, as `key: value`; at most four. */
function labelsThere(key: string, nodes: readonly ClusterNode[]): readonly string[] {
  const values = nodes.flatMap(({ labels }) =>
    Object.hasOwn(labels, key) ? [labels[key] ?? ''] : [],
  );
  return [...new Set(values)].slice(0, 4).map((value) => `${key}: ${value === '' ? '""' : value}`);
}

interface Words {
  readonly names: readonly string[];
  /** The keys of their labels. */
  readonly keys: ReadonlySet<string>;
}

const known = new WeakMap<readonly ClusterNode[], Words>();

/** What names nodes, the same lists each time. */
function wordsOf(nodes: readonly ClusterNode[]): Words {
  let words = known.get(nodes);
  if (words === undefined) {
    const keys = new Set(nodes.flatMap(({ labels }) => Object.keys(labels)));
    known.set(nodes, (words = { names: nodes.map(({ name }) => name), keys }));
  }
  return words;
}

function fixOf({ keys }: NodeRequirement, { nodes, fields }: ClusterNodes): string | undefined {
  const [key = ''] = keys;
  if (keys.length !== 1) return undefined;
  const [first] = labelsThere(key, nodes);
  if (clusterLabels.has(key)) {
    return first === undefined
      ? `Remove ${key}: neither KubeKey nor Kubernetes gives it to these hosts.`
      : `Write ${first}, which a host has.`;
  }
  const meant = first === undefined ? likeliest(wordsOf(nodes).keys, key) : undefined;
  return meant === undefined
    ? undefined
    : `Write ${meant}, which a host has, or give a host the label ${appendField('', key)} in ${fields.labels}.`;
}
