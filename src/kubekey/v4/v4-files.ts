import { clusterFields } from '../../facts/kubekey/cluster-fields.generated';
import { fieldsAt } from '../../manifest/fields';
import { isFields, type Manifest } from '../../manifest/manifest';
import type { ArgumentProblem } from '../argument-problem';
import type { KubeKeyV4 } from '../kube-key-cluster-props';
import type { KubeKeyZone } from '../zone';
import { writeDns } from './dns';
import { Draft, type KubeKeyLoss } from './draft';
import { writeEndpoint } from './endpoint';
import { inventory } from './inventory';
import { writeKubernetes } from './kubernetes';
import { overlay } from './overlay';
import { writeRegistry } from './registry';
import { writeSystem } from './system';
import type { Twin } from './twin';
import { twins } from './twins';

/** What decides kk 4's files beside the Cluster. */
export interface V4Options {
  /** Where the servers are. */
  readonly zone?: KubeKeyZone | undefined;
  /** What only kk 4 knows. */
  readonly v4?: KubeKeyV4 | undefined;
}

/** kk 4's files for a cluster. */
export interface V4Files {
  /** The hosts and their groups. */
  readonly inventory: Manifest;
  /** Everything else. It has no metadata. */
  readonly config: Manifest;
  /** Fields of the Cluster that have no place in them. */
  readonly losses: readonly KubeKeyLoss[];
  /** What kk 4 would do wrong with the cluster. */
  readonly refusals: readonly ArgumentProblem[];
}

/**
 * kk 4's Inventory and Config for a v1alpha2 Cluster, whose secrets may be in slots.
 *
 * Each field of the Cluster is moved, or lost with a word. Where kk 4's default differs, what kk 3 would have
 * done is written.
 */
export function v4Files(cluster: Manifest, { zone, v4 }: V4Options): V4Files {
  const spec = fieldsAt(cluster, 'spec');
  const draft = new Draft();
  // Kubernetes first, so that its version stands at the top of its group.
  const ordered = { kubernetes: spec['kubernetes'], ...spec };
  for (const { field, where, value } of leaves(ordered, '', '')) {
    apply(draft, twins[field], where, value);
  }
  draft.set('zone', zone);
  writeEndpoint(draft, fieldsAt(spec, 'controlPlaneEndpoint'));
  writeSystem(draft, spec);
  writeKubernetes(draft, spec);
  writeRegistry(draft, spec, zone);
  writeDns(draft, spec);
  const hosts = inventory(draft, cluster);
  return {
    inventory: overlay(hosts, { spec: { hosts: v4?.hosts ?? {} } }),
    config: overlay(
      { apiVersion: 'kubekey.kubesphere.io/v1', kind: 'Config', spec: draft.spec() },
      { spec: v4?.config ?? {} },
    ),
    losses: draft.losses,
    refusals: draft.refusals,
  };
}

function apply(draft: Draft, twin: Twin | undefined, where: string, value: unknown): void {
  if (twin === undefined) {
    draft.lose(where, 'kk 3 knows no such field, either.');
  } else if ('to' in twin) {
    const written = twin.as === undefined ? value : twin.as(value);
    for (const path of [twin.to].flat()) draft.set(path, written);
  } else if ('lost' in twin && value !== twin.unless) {
    draft.lose(itemOf(where), twin.lost);
  }
}

/** A script, an add-on or a zone is lost as a whole; of a host only the field is. */
function itemOf(where: string): string {
  const end = where.lastIndexOf(']');
  return where.startsWith('hosts[') || end < 0 ? where : where.slice(0, end + 1);
}

/** A value of the Cluster: a scalar, a list of scalars or a mapping with free keys. */
interface Leaf {
  /** Path in the table of fields, such as `hosts[].name`. */
  readonly field: string;
  /** Path in this Cluster, such as `hosts[0].name`. */
  readonly where: string;
  readonly value: unknown;
}

function* leaves(value: unknown, field: string, where: string): Generator<Leaf> {
  const type = field === '' ? 'object' : clusterFields[`spec.${field}`]?.type;
  if (type === 'objects' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* fieldsOf(item, `${field}[]`, `${where}[${index}]`);
    }
  } else if (type === 'object') {
    yield* fieldsOf(value, field, where);
  } else {
    yield { field, where, value };
  }
}

function* fieldsOf(value: unknown, field: string, where: string): Generator<Leaf> {
  if (!isFields(value)) return;
  const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
  for (const [key, item] of Object.entries(value)) {
    yield* leaves(item, join(field, key), join(where, key));
  }
}
