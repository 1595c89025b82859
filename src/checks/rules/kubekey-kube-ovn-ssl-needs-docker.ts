import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

/** Encrypted Kube-OVN is used with Docker only. */
export const kubekeyKubeOvnSslNeedsDocker: Check = {
  id: 'kubekey-kube-ovn-ssl-needs-docker',
  summary: 'kubeovn.enableSSL is used with Docker only.',
  why: 'KubeKey calls the docker command to make the certificates, whatever the container manager is.',
  fix: 'Set containerManager to docker, or remove enableSSL.',
  severity: 'error',
  example: {
    wrong: `spec:
  kubernetes:
    containerManager: containerd
  network:
    plugin: kubeovn
    kubeovn:
      enableSSL: true
`,
    right: `spec:
  kubernetes:
    containerManager: docker
  network:
    plugin: kubeovn
    kubeovn:
      enableSSL: true
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { flag, text }, report }) {
    const manager = text('spec.kubernetes.containerManager');
    if (text('spec.network.plugin') !== 'kubeovn' || manager === 'docker') return;
    if (!flag('spec.network.kubeovn.enableSSL')) return;
    yield report(
      'spec.network.kubeovn.enableSSL',
      `needs docker, but containerManager is ${manager}; KubeKey calls the docker command, which is not there`,
    );
  }),
};
