import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

/** registry.remoteMirrors isn't used. */
export const kubekeyNoRemoteMirrors: Check = {
  id: 'kubekey-no-remote-mirrors',
  summary: 'registry.remoteMirrors is not used.',
  why: 'KubeKey writes it beside the mirrors of the old form. containerd 1.7 refuses both together and starts without its Kubernetes part, and the file that KubeKey writes for it is malformed.',
  fix: 'Use registryMirrors for Docker Hub, or privateRegistry.',
  severity: 'error',
  example: {
    wrong: `spec:
  registry:
    remoteMirrors:
      docker.io:
        endpoint: https://docker.1ms.run
`,
    right: `spec:
  registry:
    registryMirrors:
      - https://docker.1ms.run
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { entries }, report }) {
    if (entries('spec.registry.remoteMirrors').length === 0) return;
    yield report(
      'spec.registry.remoteMirrors',
      'does not work; KubeKey writes a configuration that containerd refuses',
    );
  }),
};
