import coerce from 'semver/functions/coerce';
import compare from 'semver/functions/compare';
import minor from 'semver/functions/minor';
import { kubeKeyVersions } from '../../facts/kubekey/kubekey-versions.generated';
import type { Architecture, Distribution } from '../../facts/kubekey/kubekey-versions';
import type { KubeKeyClusterConfig } from '../../manifest/kubekey-cluster';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { clusterMinor } from '../kubekey-minor';

const architectures: readonly Architecture[] = ['amd64', 'arm64'];

/** The oldest minor (the x of 1.x) that kk 4 takes. Source: KubeKey v4.0.6, cluster_require.kube_version_min_required. */
const oldestForKk4 = 23;

/** KubeKey can install the version on every architecture of the hosts. */
export const kubekeySupportedVersion: Check = {
  id: 'kubekey-supported-version',
  summary: `KubeKey ${kubeKeyVersions.release} can install the Kubernetes version, on the architecture of every host.`,
  why: 'KubeKey knows the checksums of certain releases only. It finds out that the version is not among them after it has logged in to the hosts and checked them.',
  fix: `Choose a version that KubeKey ${kubeKeyVersions.release} knows.`,
  severity: 'error',
  example: {
    wrong: `spec:
  kubernetes:
    version: v1.29.13
`,
    right: `spec:
  kubernetes:
    version: v1.29.15
`,
  },
  run: onEachCluster(function* ({ cluster, forKk4, report }) {
    const { distribution, version } = cluster;
    if (version.fallback || !isDistribution(distribution)) return;
    if (forKk4) {
      // Which releases kk 4 has depends on what it can download, and not on a list in it.
      if ((clusterMinor(cluster) ?? oldestForKk4) < oldestForKk4) {
        yield report(
          'spec.kubernetes.version',
          `${version.version} is older than kk 4 installs; it stops once it has logged in to the hosts`,
          `Use v1.${oldestForKk4}.0 or newer, or kk 3.`,
        );
      }
      return;
    }
    const name = distribution === 'kubernetes' ? 'Kubernetes' : distribution;
    for (const arch of architecturesOf(cluster)) {
      const known = kubeKeyVersions[distribution][arch];
      if (known.includes(version.version)) continue;
      yield report(
        'spec.kubernetes.version',
        `${name} ${version.version} is not among the versions that KubeKey ${kubeKeyVersions.release} has for ${arch}; it stops once it has checked the hosts`,
        `Use ${nearest(version.version, known)}.`,
      );
      return;
    }
  }),
};

function isDistribution(text: string): text is Distribution {
  return text === 'kubernetes' || text === 'k3s' || text === 'k8e';
}

function architecturesOf({ hosts }: KubeKeyClusterConfig): readonly Architecture[] {
  const used = architectures.filter((arch) => hosts.some((host) => host.arch === arch));
  return used.length === 0 ? ['amd64'] : used;
}

/** The same version where only its spelling is wrong, the newest known patch of its minor version, or else what there is. */
function nearest(version: string, known: readonly string[]): string {
  const wanted = coerce(version);
  if (wanted !== null && known.includes(`v${wanted.version}`)) return `v${wanted.version}`;
  const patches = known.filter((candidate) => minor(candidate) === wanted?.minor);
  const newest = patches.toSorted(compare).at(-1);
  return newest ?? `a version from ${known[0] ?? ''} to ${known.at(-1) ?? ''}`;
}
