import { at, type Manifest } from '../manifest/manifest';
import type { CheckInput } from './check';
import { objectIndex } from './object-index';

/** The ports that a cluster gives to NodePort and LoadBalancer Services. */
export interface NodePortRange {
  /** Lowest port of the range. */
  readonly first: number;
  /** Highest port of the range. */
  readonly last: number;
  /** Who set it: Kubernetes itself, or an argument of the API server in the cluster's config. */
  readonly source: 'default' | 'cluster';
}

/**
 * The range of the cluster that the objects are for: Kubernetes' own 30000-32767, unless a KubeKey
 * Cluster among them, or a Config of kk 4, gives the API server another `service-node-port-range`.
 * Source of the default: the kube-apiserver reference.
 */
export function nodePortRange(input: CheckInput): NodePortRange {
  const ofKubeKey = objectIndex(input).kinds.filter(
    ({ group }) => group === 'kubekey.kubesphere.io',
  );
  for (const { manifest } of ofKubeKey.flatMap(({ objects }) => objects)) {
    for (const text of rangesOf(manifest)) {
      // The API server takes first-last, first+more and one port alone.
      const found = /^(\d+)(?:([-+])(\d+))?$/.exec(text.trim());
      if (found === null) continue;
      const [first, more] = [Number(found[1]), Number(found[3] ?? found[1])];
      return { first, last: found[2] === '+' ? first + more : more, source: 'cluster' };
    }
  }
  return { first: 30000, last: 32767, source: 'default' };
}

const argument = 'service-node-port-range';

function rangesOf(manifest: Manifest): readonly string[] {
  if (manifest.kind === 'Config') {
    const range = at(manifest, 'spec', 'kubernetes', 'apiserver', 'extra_args', argument);
    return typeof range === 'string' || typeof range === 'number' ? [String(range)] : [];
  }
  const args = at(manifest, 'spec', 'kubernetes', 'apiserverArgs');
  return (Array.isArray(args) ? args : []).flatMap((arg: unknown) => {
    const [name, ...range] = typeof arg === 'string' ? arg.split('=') : [];
    return name === argument ? [range.join('=')] : [];
  });
}
