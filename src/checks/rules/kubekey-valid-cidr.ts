import { show } from '../../errors';
import { parseCidr, type IpNetwork } from '../../manifest/ip-network';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** Bits that a network for Services leaves free: kubeadm wants at least 10 addresses, and at most 2^20. */
const serviceBits = { least: 4, most: 20 };

/** Every network is written as an address and a prefix length. */
export const kubekeyValidCidr: Check = {
  id: 'kubekey-valid-cidr',
  summary: 'Networks are written as an address and a prefix length.',
  why: 'KubeKey does not look at networks. With a bad one for Services it panics; a bad one for Pods stops kubeadm or the network plugin in the middle of the installation.',
  fix: 'Write it like 10.233.64.0/18.',
  severity: 'error',
  example: {
    wrong: `spec:
  network:
    kubeServiceCIDR: 10.233.0.0
`,
    right: `spec:
  network:
    kubeServiceCIDR: 10.233.0.0/18
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const { items, text } = cluster;
    const networks = [
      'spec.network.kubePodsCIDR',
      'spec.network.kubeServiceCIDR',
      'spec.network.kubeovn.joinCIDR',
      'spec.registry.bridgeIP',
    ];
    const subnets = items('spec.network.hybridnet.networks').flatMap((network) =>
      items(`${network}.subnets`),
    );
    for (const field of [...networks, ...subnets.map((subnet) => `${subnet}.cidr`)]) {
      const parts = text(field)
        .split(',')
        .map((part) => part.trim());
      // KubeKey takes two at most, so a long list is wrong as a whole.
      for (const written of [...new Set(parts)].slice(0, 10)) {
        if (written === '' && text(field) === '') continue;
        const network = parseCidr(written);
        if (network === undefined) {
          yield report(field, `${show(written)} is no network; ${consequence(field)}`);
        } else if (field === 'spec.network.kubeServiceCIDR' && sizeProblem(network) !== undefined) {
          yield report(
            field,
            `${show(written)} ${sizeProblem(network) ?? ''}`,
            'Use a prefix length from 12 to 28, or from 108 to 124 for IPv6.',
          );
        } else if (!network.isAligned && field !== 'spec.registry.bridgeIP') {
          yield report(
            field,
            `${show(written)} has bits set behind its prefix; Kubernetes ignores them, and Calico refuses them`,
            'Write the first address of the network before the slash.',
            'warning',
          );
        }
      }
    }
  }),
};

function consequence(field: string): string {
  if (field === 'spec.network.kubeServiceCIDR')
    return 'KubeKey panics on it or hands it on, and kubeadm stops';
  if (field === 'spec.registry.bridgeIP')
    return 'KubeKey writes it as it is, and Docker does not start';
  return 'KubeKey hands it on, and the network never works';
}

function sizeProblem({ family, prefix }: IpNetwork): string | undefined {
  const free = (family === 4 ? 32 : 128) - prefix;
  if (free < serviceBits.least)
    return 'has fewer than 10 addresses for Services; KubeKey panics or kubeadm stops';
  return free > serviceBits.most
    ? 'has more than 2^20 addresses for Services; KubeKey hands it on, and the API server stops'
    : undefined;
}
