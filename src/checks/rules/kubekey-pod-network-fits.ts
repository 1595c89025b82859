import { parseCidr } from '../../manifest/ip-network';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { kubernetesHosts } from '../kubekey-groups';

/** The most bits between the Pod network and a node's part of it. */
const mostNodeBits = 16;

/** The Pod network has room for every node, and a node's part of it for its Pods. */
export const kubekeyPodNetworkFits: Check = {
  id: 'kubekey-pod-network-fits',
  summary: 'The Pod network has room for all hosts and their Pods.',
  why: 'Every node gets a part of the Pod network of the size nodeCidrMaskSize. KubeKey does not count: a node that finds no part left never becomes ready, and a Pod that finds no address never starts.',
  fix: 'Choose a larger kubePodsCIDR, or another nodeCidrMaskSize or maxPods.',
  severity: 'error',
  example: {
    wrong: `spec:
  kubernetes:
    maxPods: 110
    nodeCidrMaskSize: 26
`,
    right: `spec:
  kubernetes:
    maxPods: 110
    nodeCidrMaskSize: 24
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const { has, number, text } = cluster;
    const hosts = kubernetesHosts(cluster).length;
    for (const part of text('spec.network.kubePodsCIDR').split(',')) {
      const network = parseCidr(part.trim());
      if (network === undefined) continue;
      const field = `spec.kubernetes.nodeCidrMaskSize${network.family === 6 ? 'IPv6' : ''}`;
      const at = has(field) ? field : 'spec.network.kubePodsCIDR';
      const mask = number(field);
      const bits = network.family === 6 ? 128 : 32;
      const nodeBits = mask - network.prefix;
      if (mask < 1 || mask > bits) {
        yield report(
          field,
          `must be from 1 to ${bits}, got ${mask}; KubeKey hands it on, and the controller manager stops`,
          `Use a number from ${network.prefix} to ${bits}.`,
        );
      } else if (nodeBits < 0) {
        yield report(
          at,
          `${part.trim()} is smaller than the /${mask} that each node needs; KubeKey hands it on, and kubeadm stops`,
          `Use a kubePodsCIDR larger than a /${mask}, or a larger nodeCidrMaskSize.`,
        );
      } else if (nodeBits > mostNodeBits) {
        yield report(
          at,
          `a /${mask} for each node is more than ${mostNodeBits} bits smaller than ${part.trim()}; KubeKey hands it on, and kubeadm stops`,
          `Write ${field.slice('spec.kubernetes.'.length)} of at most ${network.prefix + mostNodeBits}, or a smaller kubePodsCIDR.`,
        );
      } else if (hosts > 2 ** nodeBits) {
        yield report(
          at,
          `${part.trim()} has room for ${2 ** nodeBits} nodes of a /${mask}, but there are ${hosts}; KubeKey does not count them`,
        );
      } else if (number('spec.kubernetes.maxPods') > 2 ** (bits - mask) - 2) {
        const room = 2 ** (bits - mask) - 2;
        yield report(
          has('spec.kubernetes.maxPods') ? 'spec.kubernetes.maxPods' : at,
          `allows ${number('spec.kubernetes.maxPods')} Pods on a node, but a /${mask} has room for ${room}; KubeKey does not compare them`,
          `Use maxPods of at most ${room}, or a smaller number for ${field.slice('spec.kubernetes.'.length)}.`,
        );
      }
    }
  }),
};
