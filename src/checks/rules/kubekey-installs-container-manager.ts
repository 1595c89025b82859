import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { clusterMinor } from '../kubekey-minor';

const field = 'spec.kubernetes.containerManager';

/** The container manager is one that KubeKey installs, and that fits the version. */
export const kubekeyInstallsContainerManager: Check = {
  id: 'kubekey-installs-container-manager',
  summary: 'The container manager is one that KubeKey installs, and fits the Kubernetes version.',
  why: 'KubeKey installs docker and containerd only, and none for k3s. Since Kubernetes 1.24 docker works only over an extra service, cri-dockerd.',
  fix: 'Use containerd.',
  severity: 'warning',
  example: {
    wrong: `spec:
  kubernetes:
    version: v1.26.4
    containerManager: docker
`,
    right: `spec:
  kubernetes:
    version: v1.26.4
    containerManager: containerd
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const manager = cluster.text(field);
    const version = clusterMinor(cluster);
    if (manager === 'crio' || manager === 'isula') {
      yield report(
        field,
        `${manager} is not installed by KubeKey; it only points the kubelet at it`,
        `Install ${manager} on every host before, or use containerd.`,
      );
    } else if (cluster.distribution === 'k3s') {
      yield report(
        field,
        `no container manager is installed for k3s; KubeKey only points the kubelet at the socket of ${manager}`,
        `Install ${manager} on every host before.`,
      );
    } else if (manager === 'docker' && version !== undefined && version >= 24) {
      yield report(
        field,
        `${cluster.value(field) === 'docker' ? 'is docker' : 'is left out, so it is docker'}; since Kubernetes 1.24 KubeKey has to put cri-dockerd between it and the kubelet`,
      );
    }
  }),
};
