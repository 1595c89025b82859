import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { namesOf } from '../kubekey-groups';

/** Several control planes are reached over a load balancer. */
export const kubekeyBalancesControlPlanes: Check = {
  id: 'kubekey-balances-control-planes',
  summary: 'Several control planes have a load balancer before them.',
  why: 'Without one KubeKey only prints a warning and sends every node to the first control plane: when that host is down, the whole cluster is.',
  fix: 'Set internalLoadbalancer to haproxy or kube-vip, or address to that of your own load balancer, or externalDNS to true where your DNS server knows the domain.',
  severity: 'error',
  example: {
    wrong: `spec:
  roleGroups:
    etcd: [node1, node2, node3]
    control-plane: [node1, node2, node3]
    worker: [node1, node2, node3]
  controlPlaneEndpoint:
    address: ""
`,
    right: `spec:
  roleGroups:
    etcd: [node1, node2, node3]
    control-plane: [node1, node2, node3]
    worker: [node1, node2, node3]
  controlPlaneEndpoint:
    internalLoadbalancer: haproxy
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const { controlPlane, flag, hosts, number, text } = cluster;
    const count = namesOf(controlPlane).length;
    const balancer = 'spec.controlPlaneEndpoint.internalLoadbalancer';
    if (count < 2 || text(balancer) !== '' || cluster.unreadable.has(balancer)) return;
    const field = 'spec.controlPlaneEndpoint.address';
    const address = text(field);
    if (cluster.unreadable.has(field)) return;
    if (address === '' ? !flag('spec.controlPlaneEndpoint.externalDNS') : address === '127.0.0.1') {
      yield report(
        address === '' ? 'spec.controlPlaneEndpoint' : field,
        `puts no load balancer before ${count} control planes; KubeKey sends all nodes to the first of them`,
        undefined,
        undefined,
        { from: parts.map((part) => `spec.controlPlaneEndpoint.${part}`) },
      );
      return;
    }
    const names = new Set(namesOf(controlPlane));
    const host = hosts.find(
      ({ name, internalAddresses }) => names.has(name) && internalAddresses.includes(address),
    );
    // On another port a load balancer of one's own may listen on that host.
    if (host !== undefined && number('spec.controlPlaneEndpoint.port') === 6443) {
      yield report(
        field,
        `${address} is the address of the control plane ${host.name} and no load balancer; KubeKey sends all nodes to that host`,
      );
    }
  }),
};

const parts = ['address', 'internalLoadbalancer', 'externalDNS'];
