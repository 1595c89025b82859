import { appendField } from '../manifest/field-path';
import { itemsAt, labelsAt, textAt } from '../manifest/fields';
import { at } from '../manifest/manifest';
import type { PodTemplate } from '../manifest/relations';
import type { ClusterNode, ClusterNodes } from './cluster-node';
import { meets } from './label-selector';

/** One thing that a pod requires of the labels of its node. */
export interface NodeRequirement {
  /** Field of the pod's object that requires it. */
  readonly field: string;
  /** What it requires, such as `disk: ssd`. */
  readonly text: string;
  /** Keys of the labels that it looks at. */
  readonly keys: readonly string[];
  /** Tells whether a node meets it, or may meet it. */
  readonly isMetBy: (node: ClusterNode) => boolean;
}

/** Where a pod may run. */
export interface Placement {
  /** The nodes with all labels that the pod requires. */
  readonly matching: readonly ClusterNode[];
  /** Those among them whose taints the pod tolerates. */
  readonly open: readonly ClusterNode[];
}

const affinityPath = [
  'affinity',
  'nodeAffinity',
  'requiredDuringSchedulingIgnoredDuringExecution',
] as const;
const topologyPaths: readonly (readonly [readonly string[], (item: Term) => boolean])[] = [
  [['topologySpreadConstraints'], ({ whenUnsatisfiable: action }) => action !== 'ScheduleAnyway'],
  [['affinity', 'podAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'], () => true],
];

/** What was found for a cluster: placements by what pods ask, and each set of nodes once. */
interface Found {
  readonly placements: Map<string, Placement>;
  readonly sets: Map<string, readonly ClusterNode[]>;
}

const foundFor = new WeakMap<ClusterNodes, Found>();

/**
 * The nodes that a pod may run on, by its nodeSelector, required node affinity and tolerations. Pods
 * that may run on the same nodes get the same list of them.
 */
export function placementOf({ spec, specField }: PodTemplate, cluster: ClusterNodes): Placement {
  let found = foundFor.get(cluster);
  if (found === undefined) {
    foundFor.set(cluster, (found = { placements: new Map(), sets: new Map() }));
  }
  const nodeName = textAt(spec, 'nodeName');
  // Most pods ask for nothing or for the same: each way of asking is looked at once.
  const topologies = topologiesOf(spec).map(({ label }) => label);
  const asks = [
    nodeName,
    spec['nodeSelector'],
    at(spec, ...affinityPath),
    spec['tolerations'],
    topologies,
  ];
  const key = JSON.stringify(asks);
  let placement = found.placements.get(key);
  if (placement === undefined) {
    const made =
      nodeName === undefined ? place(spec, specField, cluster) : named(nodeName, cluster);
    placement = { matching: made.matching, open: sameList(found.sets, made.open) };
    found.placements.set(key, placement);
  }
  return placement;
}

function sameList(
  sets: Map<string, readonly ClusterNode[]>,
  nodes: readonly ClusterNode[],
): readonly ClusterNode[] {
  const key = JSON.stringify(nodes.map(({ name }) => name));
  const known = sets.get(key);
  if (known === undefined) sets.set(key, nodes);
  return known ?? nodes;
}

/** A pod with a nodeName passes the scheduler by, and its taints with it. */
function named(nodeName: string, { nodes }: ClusterNodes): Placement {
  const node = nodes.filter(({ labels }) => labels['kubernetes.io/hostname'] === nodeName);
  return { matching: node, open: node };
}

function place(spec: PodTemplate['spec'], specField: string, cluster: ClusterNodes): Placement {
  const requirements = requirementsOf(spec, specField, cluster);
  const matching = cluster.nodes.filter((node) => requirements.every((one) => one.isMetBy(node)));
  const tolerations = itemsAt(spec, 'tolerations').map(({ item }) => item);
  const open = matching.filter(({ taints }) =>
    taints.every((taint) => tolerations.some((toleration) => tolerates(toleration, taint))),
  );
  return { matching, open };
}

/** What a pod requires of its node's labels: each pair of its nodeSelector, its node affinity, and what divides nodes. */
export function requirementsOf(
  spec: PodTemplate['spec'],
  specField: string,
  { mayGive }: ClusterNodes,
): readonly NodeRequirement[] {
  const pairs = Object.entries(labelsAt(spec, 'nodeSelector')).map(([key, value]) => ({
    field: appendField(`${specField}.nodeSelector`, key),
    text: `${key}: ${value === '' ? '""' : value}`,
    keys: [key],
    isMetBy: ({ labels }: ClusterNode) =>
      Object.hasOwn(labels, key) ? labels[key] === value : mayGive(key),
  }));
  const topologies = topologiesOf(spec).map(({ label, field }) => ({
    field: `${specField}.${field}`,
    text: `a label ${label}`,
    keys: [label],
    isMetBy: ({ labels }: ClusterNode) => Object.hasOwn(labels, label) || mayGive(label),
  }));
  const terms = itemsAt(spec, ...affinityPath, 'nodeSelectorTerms').map(({ item }) => item);
  if (terms.length === 0) return [...pairs, ...topologies];
  const affinity: NodeRequirement = {
    field: [specField, ...affinityPath].join('.'),
    text: terms.map(showTerm).join(', or '),
    keys: terms.flatMap((term) =>
      itemsAt(term, 'matchExpressions').flatMap(({ item }) => textAt(item, 'key') ?? []),
    ),
    isMetBy: (node) => terms.some((term) => isTermMet(term, node, mayGive)),
  };
  return [...pairs, affinity, ...topologies];
}

/** The labels that divide nodes for a hard spread or required pod affinity: a node without them takes no pod. */
function topologiesOf(spec: PodTemplate['spec']): readonly { label: string; field: string }[] {
  const found: { label: string; field: string }[] = [];
  for (const [path, isHard] of topologyPaths) {
    for (const { item, index } of itemsAt(spec, ...path)) {
      const label = textAt(item, 'topologyKey');
      if (label === undefined || !isHard(item)) continue;
      found.push({ label, field: `${path.join('.')}[${index}].topologyKey` });
    }
  }
  return found;
}

type Term = Readonly<Record<string, unknown>>;

function isTermMet(term: Term, { labels }: ClusterNode, mayGive: ClusterNodes['mayGive']): boolean {
  const expressions = itemsAt(term, 'matchExpressions');
  const fields = itemsAt(term, 'matchFields');
  // An empty term matches no node.
  if (expressions.length === 0 && fields.length === 0) return false;
  return (
    expressions.every(({ item }) => {
      const key = textAt(item, 'key');
      if (key === undefined || (!Object.hasOwn(labels, key) && mayGive(key))) return true;
      return isExpressionMet(item, key, labels);
    }) &&
    fields.every(({ item }) =>
      meets(
        { 'metadata.name': labels['kubernetes.io/hostname'] ?? '' },
        textAt(item, 'key') ?? '',
        item['operator'],
        item['values'],
      ),
    )
  );
}

function isExpressionMet(item: Term, key: string, labels: ClusterNode['labels']): boolean {
  const { operator, values } = item;
  if (operator !== 'Gt' && operator !== 'Lt') return meets(labels, key, operator, values);
  const own = Object.hasOwn(labels, key) ? Number(labels[key]) : Number.NaN;
  const bound = Number(at(values, 0));
  return operator === 'Gt' ? own > bound : own < bound;
}

function showTerm(term: Term): string {
  const expressions = [...itemsAt(term, 'matchExpressions'), ...itemsAt(term, 'matchFields')];
  return expressions
    .map(({ item }) => {
      const values: readonly unknown[] = Array.isArray(item['values']) ? item['values'] : [];
      const list = values.length === 0 ? '' : ` ${values.map(String).join(', ')}`;
      return `${textAt(item, 'key') ?? ''} ${textAt(item, 'operator') ?? ''}${list}`;
    })
    .join(' and ');
}

/** Tells whether a toleration covers a taint with an empty value and the effect NoSchedule. */
function tolerates(toleration: Term, taint: string): boolean {
  const effect = textAt(toleration, 'effect');
  if (effect !== undefined && effect !== 'NoSchedule') return false;
  const key = textAt(toleration, 'key');
  const isExists = toleration['operator'] === 'Exists';
  if (key === undefined) return isExists;
  return key === taint && (isExists || textAt(toleration, 'value') === undefined);
}
