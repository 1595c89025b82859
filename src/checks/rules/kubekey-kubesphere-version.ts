import { show } from '../../errors';
import { isKubeSphereVersion, kubeSphereVersions } from '../../facts/kubekey/kubesphere-versions';
import { at } from '../../manifest/manifest';
import type { KubeKeyClusterConfig } from '../../manifest/kubekey-cluster';
import type { Check } from '../check';
import { fileOf } from '../file-of';
import { kubeKeyClusters } from '../kubekey-clusters';
import { clusterMinor } from '../kubekey-minor';

/** The KubeSphere version is one that KubeKey installs, on a Kubernetes that it supports. */
export const kubekeyKubesphereVersion: Check = {
  id: 'kubekey-kubesphere-version',
  summary:
    'The KubeSphere version is one that KubeKey 3 installs, and supports the Kubernetes version.',
  why: 'KubeKey 3 knows KubeSphere up to v3.4.1; it does not refuse another version in this field. It compares the versions of KubeSphere and Kubernetes only before an upgrade.',
  fix: 'Use v3.4.1 with Kubernetes 1.21 to 1.26, or install KubeSphere 4 as an add-on.',
  severity: 'error',
  example: {
    wrong: `spec:
  kubernetes:
    version: v1.28.0
  kubesphere:
    enabled: true
    version: v3.4.1
`,
    right: `spec:
  kubernetes:
    version: v1.26.4
  kubesphere:
    enabled: true
    version: v3.4.1
`,
  },
  *run(input) {
    const clusters = kubeKeyClusters(input);
    for (const { cluster, forKk4, report } of clusters) {
      // kk 4 installs no KubeSphere: the field has no place in its files.
      if (forKk4) continue;
      const field = 'spec.kubesphere.version';
      const version = cluster.text(field);
      if (version !== '' && !isKubeSphereVersion(version)) {
        const problem = `${show(version)} is no version of KubeSphere that KubeKey 3 installs; it goes on and fails at the end`;
        yield report(field, problem);
      } else if (cluster.flag('spec.kubesphere.enabled')) {
        const found = mismatch(cluster, version);
        if (found !== undefined) yield report(field, found.problem, found.fix);
      }
    }
    // KubeSphere may also be configured by a document of its own in the file of the Cluster.
    const byFile = new Map(clusters.map(({ object, cluster }) => [fileOf(object), cluster]));
    for (const object of input.objects) {
      if (object.manifest.kind !== 'ClusterConfiguration') continue;
      const file = fileOf(object);
      if (file === undefined) continue;
      const cluster = byFile.get(file);
      const version = at(object.manifest, 'metadata', 'labels', 'version');
      if (cluster === undefined || typeof version !== 'string') continue;
      const found = mismatch(cluster, version);
      if (found !== undefined) yield { object, field: 'metadata.labels.version', ...found };
    }
  },
};

/** How a KubeSphere version does not fit the Kubernetes of the Cluster, or undefined where it does. */
function mismatch(
  cluster: KubeKeyClusterConfig,
  version: string,
): { problem: string; fix: string } | undefined {
  const window = Object.hasOwn(kubeSphereVersions, version)
    ? kubeSphereVersions[version]
    : undefined;
  const kubernetes = clusterMinor(cluster);
  if (window === undefined || kubernetes === undefined) return undefined;
  const [first, last] = window;
  if (first <= kubernetes && kubernetes <= last) return undefined;
  return {
    problem: `${version} supports Kubernetes 1.${first} to 1.${last}, but this is 1.${kubernetes}; KubeKey installs it all the same`,
    fix: `Use a Kubernetes from 1.${first} to 1.${last}.`,
  };
}
