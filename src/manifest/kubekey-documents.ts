import { kubeKeySchema, type SchemaNode } from './kubekey-schema';
import { readKubeKeyFields } from './kubekey-reading';
import { isFields, type Fields, type Manifest } from './manifest';

/**
 * The Cluster that KubeKey makes of all documents of the kind `Cluster` in one file: it decodes one
 * after the other into the same object, so the last one wins, field by field, also within the hosts.
 *
 * KubeKey looks at the kind alone, never at the API version. Keys are spelled as KubeKey spells them,
 * and what it doesn't know is left out.
 *
 * @returns undefined where no document is a Cluster
 */
export function mergeKubeKeyDocuments(documents: readonly Manifest[]): Manifest | undefined {
  const clusters = documents.filter(({ kind }) => kind === 'Cluster');
  const [last] = clusters.slice(-1);
  if (last === undefined) return undefined;
  const merged = clusters
    .map((cluster): unknown => readKubeKeyFields(cluster).fields)
    .reduce((earlier, later) => decodeInto(kubeKeySchema, earlier, later));
  return { ...(isFields(merged) ? merged : {}), apiVersion: last.apiVersion, kind: 'Cluster' };
}

/** What Go's JSON decoder leaves where it decodes a value into a place that holds another. */
function decodeInto(node: SchemaNode, earlier: unknown, later: unknown): unknown {
  if (later === undefined || later === null) return earlier;
  // KubeKey keeps the auths as raw text until it needs them: the later ones replace the earlier ones.
  if (node.path === 'spec.registry.auths') return later;
  switch (node.type) {
    case 'object':
      return isFields(earlier) && isFields(later) ? decodeObject(node, earlier, later) : later;
    case 'objects':
      return Array.isArray(earlier) && Array.isArray(later)
        ? later.map((item: unknown, index) => decodeItem(node, earlier[index], item))
        : later;
    case 'stringMap':
    case 'booleanMap':
    case 'stringsMap':
    case 'objectMap':
      return isFields(earlier) && isFields(later) ? { ...earlier, ...later } : later;
    case 'string':
    case 'integer':
    case 'boolean':
    case 'strings':
    case 'free':
      return later;
  }
}

function decodeItem(node: SchemaNode, earlier: unknown, later: unknown): unknown {
  if (later === null) return earlier ?? null;
  return isFields(earlier) && isFields(later) ? decodeObject(node, earlier, later) : later;
}

function decodeObject(node: SchemaNode, earlier: Fields, later: Fields): Fields {
  const result: Record<string, unknown> = { ...earlier };
  for (const [key, value] of Object.entries(later)) {
    const child = node.children.get(key.toLowerCase());
    result[key] = child === undefined ? value : decodeInto(child, earlier[key], value);
  }
  return result;
}
