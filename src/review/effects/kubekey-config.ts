import { isWithin, type KindEffects } from '../kind-effects';
import { kk4 } from './kubekey-inventory';

/** KubeKey's Config (kk 4): what is built into a cluster, and what kk reads the next time it is run. */
export const kubeKeyConfig: KindEffects = {
  kinds: ['kubekey.kubesphere.io/Config'],
  changed({ pattern }) {
    if (pattern === 'spec.kubernetes.kube_version') {
      return {
        effect: 'none',
        explanation:
          'Nothing happens by itself, and kk 4 has no command that upgrades a running cluster; nodes that join from now on get this version.',
        advice:
          'Upgrade the nodes with kubeadm, one by one and minor by minor, and write the version here when all have it.',
      };
    }
    const fixed = needsNewCluster.find((field) => isWithin(pattern, field));
    if (fixed !== undefined) {
      return {
        effect: 'rejected',
        explanation: `A running cluster can't take it: ${fixed} is built into the cluster when it is set up.`,
        advice: `Keep the old value, or set up a new cluster with ${kk4('create cluster')} and move the workloads.`,
      };
    }
    return pattern.startsWith('spec.')
      ? {
          effect: 'unknown',
          explanation:
            'Nothing happens by itself. kk reads it when it sets up a cluster or adds nodes; what it then does to nodes that run is not known here.',
        }
      : undefined;
  },
  created: () => ({
    effect: 'created',
    explanation: 'kk reads it together with the Inventory; nothing happens by itself.',
  }),
  removed: () => ({
    effect: 'removed',
    explanation: 'kk does nothing by itself: the cluster goes on running.',
  }),
};

/** Fields that are built into certificates, addresses or stored data of the cluster. */
const needsNewCluster = [
  'spec.kubernetes.cluster_name',
  'spec.kubernetes.control_plane_endpoint.host',
  'spec.kubernetes.control_plane_endpoint.port',
  'spec.etcd.deployment_type',
  'spec.dns.domain',
  'spec.cni.type',
  'spec.cni.pod_cidr',
  'spec.cni.service_cidr',
  'spec.cni.ipv4_mask_size',
  'spec.cni.ipv6_mask_size',
];
