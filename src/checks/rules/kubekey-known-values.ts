import { show } from '../../errors';
import { clusterValues } from '../../facts/kubekey/cluster-values';
import { closest } from '../../manifest/closest';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { fieldsOf } from '../kubekey-fields';

/** Fields that take one of a few values have one of them, in exactly its letters. */
export const kubekeyKnownValues: Check = {
  id: 'kubekey-known-values',
  summary: 'A field that takes one of a few values has one of them, exactly as KubeKey spells it.',
  why: 'KubeKey compares such values letter by letter and says nothing about one that it does not know: HAProxy gives no load balancer, and kube-ovn no network.',
  fix: 'Write one of the values that KubeKey knows, in the same letters.',
  severity: 'error',
  example: {
    wrong: `spec:
  network:
    plugin: kube-ovn
`,
    right: `spec:
  network:
    plugin: kubeovn
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    for (const [path, { values, otherwise }] of Object.entries(clusterValues)) {
      for (const field of fieldsOf(cluster, path)) {
        const text = cluster.value(field);
        if (typeof text !== 'string' || text === '' || values.includes(text)) continue;
        if (path === 'spec.network.plugin' && text === 'none') {
          yield report(
            field,
            '"none" is no plugin that KubeKey knows; it installs none, and no node becomes ready until you install one',
            `Use ${list(values)}, or install a network plugin yourself.`,
            'warning',
          );
          continue;
        }
        const near = closest(text, values);
        yield report(
          field,
          `${show(text)} is no value that KubeKey knows; it ${otherwise}`,
          near === undefined
            ? `Use ${list(values)}.`
            : `Did you mean ${near}? Use ${list(values)}.`,
        );
      }
    }
  }),
};

function list(values: readonly string[]): string {
  return values.length === 1
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`;
}
