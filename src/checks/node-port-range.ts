import { at, groupOf } from '../manifest/manifest';
import type { CheckInput } from './check';

/** The ports that a cluster gives to NodePort and LoadBalancer Services. */
export interface NodePortRange {
  /** Lowest port of the range. */
  readonly first: number;
  /** Highest port of the range. */
  readonly last: number;
  /** Who set it: Kubernetes itself, or the apiserverArgs of the cluster's config. */
  readonly source: 'default' | 'apiserverArgs';
}

/**
 * The range of the cluster that the objects are for: Kubernetes' own 30000-32767, unless the
 * `spec.kubernetes.apiserverArgs` of a KubeKey Cluster among them set `service-node-port-range`.
 * Source of the default: the kube-apiserver reference.
 */
export function nodePortRange({ objects }: CheckInput): NodePortRange {
  for (const { manifest } of objects) {
    if (manifest.kind !== 'Cluster' || groupOf(manifest.apiVersion) !== 'kubekey.kubesphere.io') {
      continue;
    }
    const args = at(manifest, 'spec', 'kubernetes', 'apiserverArgs');
    for (const arg of Array.isArray(args) ? (args as unknown[]) : []) {
      const range = /^service-node-port-range=(.*)$/.exec(String(arg))?.[1] ?? '';
      // The API server takes first-last, first+more and one port alone.
      const found = /^(\d+)(?:([-+])(\d+))?$/.exec(range.trim());
      if (found === null) continue;
      const [first, more] = [Number(found[1]), Number(found[3] ?? found[1])];
      return { first, last: found[2] === '+' ? first + more : more, source: 'apiserverArgs' };
    }
  }
  return { first: 30000, last: 32767, source: 'default' };
}
