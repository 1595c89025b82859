import { removedFeatureGates } from '../../facts/kubernetes/removed-feature-gates';
import { appendField } from '../../manifest/field-path';
import { isFields, at } from '../../manifest/manifest';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { clusterMinor } from '../kubekey-minor';

/** Feature gates still exist in the version. */
export const kubekeyKnownFeatureGates: Check = {
  id: 'kubekey-known-feature-gates',
  summary: 'Feature gates still exist in the Kubernetes version.',
  why: 'KubeKey hands the gates to the API server, the controller manager, the scheduler and the kubelet. A component that is given a gate it no longer knows does not start.',
  fix: 'Remove the gate: what it turned on is always on since, or gone.',
  severity: 'error',
  example: {
    wrong: `spec:
  kubernetes:
    version: v1.26.4
    featureGates:
      TTLAfterFinished: true
`,
    right: `spec:
  kubernetes:
    version: v1.26.4
    featureGates:
      RotateKubeletServerCertificate: true
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const version = clusterMinor(cluster);
    if (version === undefined) return;
    const inKubelet = at(cluster.value('spec.kubernetes.kubeletConfiguration'), 'featureGates');
    const gates = [
      ...cluster.entries('spec.kubernetes.featureGates'),
      ...Object.keys(isFields(inKubelet) ? inKubelet : {}).map((key) => ({
        key,
        field: appendField('spec.kubernetes.kubeletConfiguration.featureGates', key),
      })),
    ];
    for (const { key, field } of gates) {
      const last = removedFeatureGates.get(key);
      if (last === undefined || version <= last) continue;
      yield report(
        field,
        `is a feature gate that Kubernetes 1.${version} no longer knows (1.${last} was the last); KubeKey hands it on, and the components do not start`,
      );
    }
  }),
};
