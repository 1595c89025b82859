import { parseIp, type IpAddress } from '../../manifest/ip-network';
import type { KubeKeyClusterConfig } from '../../manifest/kubekey-cluster';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { namesOf } from '../kubekey-groups';

const field = 'spec.controlPlaneEndpoint.address';

/** kube-vip has a free address in the network of the control planes. */
export const kubekeyKubeVipAddress: Check = {
  id: 'kubekey-kube-vip-address',
  summary:
    'With kube-vip, controlPlaneEndpoint.address is a free address in the network of the control planes.',
  why: "Without an address KubeKey takes the first control plane's own for the virtual one. kube-vip then adds it to other hosts as well, and both are lost.",
  fix: 'Write an address that no machine has, in the network of the control planes.',
  severity: 'error',
  example: {
    wrong: `spec:
  roleGroups:
    etcd: [node1, node2, node3]
    control-plane: [node1, node2, node3]
    worker: [node1, node2, node3]
  controlPlaneEndpoint:
    internalLoadbalancer: kube-vip
    address: ""
`,
    right: `spec:
  roleGroups:
    etcd: [node1, node2, node3]
    control-plane: [node1, node2, node3]
    worker: [node1, node2, node3]
  controlPlaneEndpoint:
    internalLoadbalancer: kube-vip
    address: 192.168.0.10
`,
  },
  run: onEachCluster(function* ({ cluster, forKk4, report }) {
    const { hosts, text, unreadable } = cluster;
    if (
      text('spec.controlPlaneEndpoint.internalLoadbalancer') !== 'kube-vip' ||
      unreadable.has(field)
    )
      return;
    const address = text(field);
    if (address === '' || address === '127.0.0.1') {
      yield report(
        field,
        `${address === '' ? 'is missing' : 'is 127.0.0.1'}; ${withoutAddress(address, forKk4)}`,
      );
      return;
    }
    const owner = hosts.find(
      (host) => host.address === address || host.internalAddresses.includes(address),
    );
    if (owner !== undefined) {
      yield report(
        field,
        `${address} is the address of ${owner.name}; ${forKk4 ? 'kk 4 refuses it once it has logged in to the hosts' : 'KubeKey takes it for the virtual one all the same'}`,
      );
    } else if (isFarAway(cluster, address)) {
      yield report(
        field,
        `${address} looks as if it is outside the network of the control planes; KubeKey does not compare them, and nobody answers for it there`,
        undefined,
        'warning',
      );
    }
  }),
};

/** What becomes of a cluster that has no address for kube-vip. */
function withoutAddress(address: string, forKk4: boolean): string {
  if (!forKk4) return "KubeKey takes the first control plane's own address for the virtual one";
  return address === ''
    ? 'kk 4 stops once it has logged in to the hosts'
    : 'kk 4 takes it, and every host reaches only itself there';
}

/** Whether an IPv4 address differs from those of all control planes in its first 16 bits. */
function isFarAway({ controlPlane, hosts, text }: KubeKeyClusterConfig, address: string): boolean {
  if (text('spec.controlPlaneEndpoint.kubevip.mode') === 'BGP') return false;
  const names = new Set(namesOf(controlPlane));
  const nodes = hosts
    .filter(({ name }) => names.has(name))
    .flatMap(({ internalAddresses }) => internalAddresses.flatMap((node) => parseIp(node) ?? []))
    .filter(({ family }) => family === 4);
  const ip = parseIp(address);
  if (ip?.family !== 4 || nodes.length === 0) return false;
  return nodes.every((node) => half(node) !== half(ip));
}

function half({ value }: IpAddress): bigint {
  return value >> 16n;
}
