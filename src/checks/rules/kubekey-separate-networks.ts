import { isWithin, overlap, parseCidr, parseIp, type IpNetwork } from '../../manifest/ip-network';
import type { KubeKeyClusterConfig } from '../../manifest/kubekey-cluster';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

interface NamedNetwork {
  readonly field: string;
  readonly text: string;
  readonly network: IpNetwork;
}

/** Pods, Services and hosts have networks of their own. */
export const kubekeySeparateNetworks: Check = {
  id: 'kubekey-separate-networks',
  summary: 'Pods, Services and hosts have separate networks.',
  why: 'KubeKey does not compare networks. Where two of them share addresses, packets for one end up in the other, and hosts lose each other when the network plugin starts.',
  fix: 'Choose networks that share no address.',
  severity: 'error',
  example: {
    wrong: `spec:
  network:
    kubePodsCIDR: 10.233.0.0/16
    kubeServiceCIDR: 10.233.0.0/18
`,
    right: `spec:
  network:
    kubePodsCIDR: 10.233.64.0/18
    kubeServiceCIDR: 10.233.0.0/18
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const networks = networksOf(cluster);
    for (const [index, one] of networks.entries()) {
      const other = networks.slice(0, index).find(({ network }) => overlap(network, one.network));
      if (other === undefined) continue;
      yield report(
        one.field,
        `${one.text} shares addresses with ${other.text} of ${other.field}; KubeKey sets up both`,
      );
    }
    for (const { field, text } of addressesOf(cluster)) {
      const ip = parseIp(text);
      const within = ip && networks.find(({ network }) => isWithin(ip, network));
      if (within === undefined) continue;
      yield report(
        field,
        `${text} lies within ${within.text} of ${within.field}; KubeKey sets up both, and the address can't be reached once the network is up`,
        'Choose a network that the hosts are not in.',
      );
    }
  }),
};

function networksOf({ text }: KubeKeyClusterConfig): NamedNetwork[] {
  const fields = [
    'spec.network.kubePodsCIDR',
    'spec.network.kubeServiceCIDR',
    ...(text('spec.network.plugin') === 'kubeovn' ? ['spec.network.kubeovn.joinCIDR'] : []),
    ...(text('spec.kubernetes.containerManager') === 'docker' ? ['spec.registry.bridgeIP'] : []),
  ];
  return fields.flatMap((field) =>
    text(field)
      .split(',')
      .flatMap((part) => {
        const network = parseCidr(part.trim());
        return network === undefined ? [] : [{ field, text: part.trim(), network }];
      }),
  );
}

function addressesOf({
  hosts,
  has,
  text,
  flag,
}: KubeKeyClusterConfig): { field: string; text: string }[] {
  const nodes = hosts.flatMap(({ field, internalAddresses }) =>
    internalAddresses.map((address) => ({
      field: has(`${field}.internalAddress`) ? `${field}.internalAddress` : `${field}.address`,
      text: address.trim(),
    })),
  );
  const endpoint = 'spec.controlPlaneEndpoint.address';
  return [
    ...nodes,
    { field: endpoint, text: text(endpoint) },
    ...(flag('spec.kubernetes.nodelocaldns')
      ? [{ field: 'spec.kubernetes.nodelocaldns', text: '169.254.25.10' }]
      : []),
  ];
}
