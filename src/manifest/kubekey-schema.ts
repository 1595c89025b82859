import { clusterFields } from '../facts/kubekey/cluster-fields.generated';
import type { ClusterField, ClusterFieldType } from '../facts/kubekey/cluster-field';
import { registryAuthFields } from '../facts/kubekey/registry-auth-fields';

/** A field of KubeKey's Cluster in the tree of all of them. */
export interface SchemaNode {
  /** Name of the field, as KubeKey spells it. */
  readonly key: string;
  /** Path of the field, as in the table of fields. */
  readonly path: string;
  /** What KubeKey wants there. */
  readonly type: ClusterFieldType;
  /** What KubeKey takes where the field is left out. */
  readonly default?: string | number | boolean;
  /** The fields within, by their name in lower case: KubeKey doesn't mind the case of a key. */
  readonly children: Map<string, SchemaNode>;
}

/** Fields of `metadata` beside its free ones; KubeKey reads the name only. */
const metadataFields: Readonly<Record<string, ClusterFieldType>> = {
  name: 'string',
  namespace: 'string',
  labels: 'stringMap',
  annotations: 'stringMap',
  generateName: 'string',
  uid: 'string',
  resourceVersion: 'string',
  generation: 'integer',
  creationTimestamp: 'free',
  deletionTimestamp: 'free',
  deletionGracePeriodSeconds: 'integer',
  finalizers: 'strings',
  ownerReferences: 'free',
  managedFields: 'free',
  selfLink: 'string',
};

const fields: Readonly<Record<string, ClusterField>> = {
  apiVersion: { type: 'string' },
  kind: { type: 'string' },
  metadata: { type: 'object' },
  ...Object.fromEntries(
    Object.entries(metadataFields).map(([key, type]) => [`metadata.${key}`, { type }]),
  ),
  spec: { type: 'object' },
  status: { type: 'free' },
  ...clusterFields,
  'spec.registry.auths': { type: 'objectMap' },
  ...Object.fromEntries(
    Object.entries(registryAuthFields).map(([key, field]) => [
      `spec.registry.auths.<key>.${key}`,
      field,
    ]),
  ),
};

/** The whole Cluster as KubeKey reads it, from its root. */
export const kubeKeySchema: SchemaNode = buildTree();

/** Every field by its path. */
export const kubeKeyFields: ReadonlyMap<string, ClusterField> = new Map(Object.entries(fields));

/** The path of a field in the table: `spec.hosts[2].name` gives `spec.hosts[].name`. */
export function tablePath(field: string): string {
  return field.replace(/\[\d+\]/g, '[]');
}

function buildTree(): SchemaNode {
  const root: SchemaNode = { key: '', path: '', type: 'object', children: new Map() };
  const nodes = new Map([['', root]]);
  for (const [path, field] of Object.entries(fields)) {
    const dot = path.lastIndexOf('.');
    const key = path.slice(dot + 1);
    const parent = nodes.get(path.slice(0, Math.max(dot, 0)).replace(/(\[\]|\.<key>)$/, ''));
    const node: SchemaNode = { key, path, ...field, children: new Map() };
    nodes.set(path, node);
    parent?.children.set(key.toLowerCase(), node);
  }
  return root;
}
