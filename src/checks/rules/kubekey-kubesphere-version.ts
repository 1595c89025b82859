import { show } from '../../errors';
import { kubeSphereVersions } from '../../facts/kubekey/kubesphere-versions';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { minorOf } from '../kubekey-minor';

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
  run: onEachCluster(function* ({ cluster, report }) {
    const field = 'spec.kubesphere.version';
    const version = cluster.text(field);
    if (version === '' || /^(nightly-.*|latest|master|.*release.*)$/.test(version)) return;
    const window = kubeSphereVersions[version];
    if (window === undefined) {
      yield report(
        field,
        `${show(version)} is no version of KubeSphere that KubeKey 3 installs; it goes on and fails at the end`,
      );
      return;
    }
    const [first, last] = window;
    const kubernetes = minorOf(cluster);
    if (kubernetes === undefined || (first <= kubernetes && kubernetes <= last)) return;
    yield report(
      field,
      `${version} supports Kubernetes 1.${first} to 1.${last}, but this is 1.${kubernetes}; KubeKey installs it all the same`,
      `Use a Kubernetes from 1.${first} to 1.${last}.`,
    );
  }),
};
