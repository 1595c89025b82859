import { show } from '../../errors';
import { kubeKeyFallbackVersion } from '../../manifest/kubekey-version';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** The version is one that KubeKey can read. */
export const kubekeyValidVersion: Check = {
  id: 'kubekey-valid-version',
  summary: 'The Kubernetes version is written so that KubeKey reads it.',
  why: `KubeKey takes ${kubeKeyFallbackVersion} for a version that it can't read, and says nothing. What stands behind a dash it takes for the distribution.`,
  fix: 'Write all three numbers, such as v1.26.4, or v1.21.4-k3s for k3s.',
  severity: 'error',
  example: {
    wrong: `spec:
  kubernetes:
    version: v1.26
`,
    right: `spec:
  kubernetes:
    version: v1.26.4
`,
  },
  run: onEachCluster(function* ({ cluster: { has, text, value, version }, report }) {
    const field = 'spec.kubernetes.version';
    if (!has('spec')) return;
    if (!has(field) || value(field) === '') {
      yield report(
        field,
        `is missing; KubeKey installs ${kubeKeyFallbackVersion}`,
        'Write the version that you want, such as v1.26.4.',
        'warning',
      );
    } else if (version.fallback) {
      yield report(
        field,
        `${show(text(field))} is no version that KubeKey reads; it installs ${kubeKeyFallbackVersion} and says nothing`,
      );
    } else if (
      version.suffix !== undefined &&
      !['k3s', 'k8e', 'kubernetes'].includes(version.suffix)
    ) {
      yield report(
        field,
        `${show(text(field))} is read as ${version.version} of a distribution called ${show(version.suffix)}; KubeKey installs plain Kubernetes ${version.version}`,
        `Write ${version.version}: KubeKey installs releases only.`,
      );
    }
  }),
};
