import type { KubeKeyClusterProps } from '../../src/kubekey/kube-key-cluster-props';
import { Credential } from '../../src/kubekey/credential';

/** The lesson's cluster: one server. */
export const lesson: KubeKeyClusterProps = {
  name: 'sample',
  kubernetes: { version: 'v1.26.4' },
  hosts: [
    {
      name: 'node1',
      address: '192.168.0.2',
      user: 'root',
      credential: Credential.privateKeyFile('~/.ssh/id_rsa'),
    },
  ],
  registry: {
    privateRegistry: 'registry.cn-beijing.aliyuncs.com',
    namespaceOverride: 'kubesphereio',
  },
};

/** The same cluster with further props. */
export function sample(props: Partial<KubeKeyClusterProps> = {}): KubeKeyClusterProps {
  return { ...lesson, registry: {}, ...props };
}
