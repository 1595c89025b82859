import { show } from '../../errors';
import { parseIp } from '../../manifest/ip-network';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';
import { namesOf } from '../kubekey-groups';

/** The address of the control plane is an IP address, and its port one that something listens on. */
export const kubekeyValidEndpoint: Check = {
  id: 'kubekey-valid-endpoint',
  summary:
    'The endpoint of the control plane has an IP address, and the port 6443 unless your own load balancer listens on another.',
  why: 'KubeKey writes the address into /etc/hosts as it is. The API server, haproxy and kube-vip always listen on 6443, but all nodes are told to use the port that is written.',
  fix: 'Write an IP address, or "" for none, and the port 6443.',
  severity: 'error',
  example: {
    wrong: `spec:
  controlPlaneEndpoint:
    address: ""
    port: 8443
`,
    right: `spec:
  controlPlaneEndpoint:
    address: ""
    port: 6443
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const { flag, hosts, number, text, unreadable } = cluster;
    const endpoint = 'spec.controlPlaneEndpoint';
    const address = text(`${endpoint}.address`);
    if (address !== '' && parseIp(address) === undefined) {
      yield report(
        `${endpoint}.address`,
        `${show(address)} is no IP address; KubeKey writes it into /etc/hosts as it is`,
        'Write an IP address; a name goes into domain, with externalDNS set to true.',
      );
    }
    const port = number(`${endpoint}.port`);
    if (port < 1 || port > 65535) {
      yield report(
        `${endpoint}.port`,
        `must be from 1 to 65535, got ${port}; KubeKey tells the nodes to use it`,
        'Write 6443.',
      );
      return;
    }
    if (
      port === 6443 ||
      ['address', 'internalLoadbalancer'].some((key) => unreadable.has(`${endpoint}.${key}`))
    )
      return;
    const balancer = text(`${endpoint}.internalLoadbalancer`);
    const names = new Set(namesOf(cluster.controlPlane));
    const isOwn = hosts.some(
      ({ name, internalAddresses }) => names.has(name) && internalAddresses.includes(address),
    );
    const isFirst = address === '127.0.0.1' || (address === '' && !flag(`${endpoint}.externalDNS`));
    if (balancer === '' && !isOwn && !isFirst) return;
    const listener =
      balancer === 'haproxy' || balancer === 'kube-vip' ? balancer : 'the API server';
    const problem = `must be 6443 without your own load balancer, got ${port}; KubeKey lets ${listener} listen on 6443 and tells the nodes to use ${port}`;
    // A load balancer of one's own may listen on a control plane, on any port but 6443.
    yield balancer === '' && isOwn
      ? report(
          `${endpoint}.port`,
          problem,
          `Write 6443, unless your own load balancer listens on ${address}.`,
          'warning',
        )
      : report(
          `${endpoint}.port`,
          problem,
          'Write 6443, or the address of your own load balancer.',
        );
  }),
};
