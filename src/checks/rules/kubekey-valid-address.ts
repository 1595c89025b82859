import { show } from '../../errors';
import { parseCidr, parseIp, isWithin, type IpNetwork } from '../../manifest/ip-network';
import type { Check } from '../check';
import { dnsSubdomainProblem } from '../../manifest/names';
import { onEachCluster } from '../kubekey-clusters';
import { isMisnamed } from '../kubekey-misnamed';

/** Networks of which no address can be a node's own. */
const unusable: readonly IpNetwork[] = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '224.0.0.0/3',
  '::/127',
  'ff00::/8',
].flatMap((text) => parseCidr(text) ?? []);

/** Every host has an address that KubeKey can reach, and nodes have IP addresses. */
export const kubekeyValidAddress: Check = {
  id: 'kubekey-valid-address',
  summary: 'Every host has valid addresses.',
  why: 'KubeKey does not look at addresses. A wrong one ends in an SSH error, or in certificates and an etcd that no node can use.',
  fix: 'Write an IPv4 address such as 192.168.0.2, without a port or a prefix length.',
  severity: 'error',
  example: {
    wrong: `spec:
  hosts:
    - name: node1
      address: 192.168.0.300
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
    right: `spec:
  hosts:
    - name: node1
      address: 192.168.0.30
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const { hosts, text, unreadable } = cluster;
    const keys = ['address', 'internalAddress'];
    for (const { field, name } of hosts) {
      const address = text(`${field}.address`);
      const internal = text(`${field}.internalAddress`);
      if (address === '' && internal === '') {
        // One that can't be read, or has a wrong name, is a finding of its own.
        if (keys.some((key) => unreadable.has(`${field}.${key}`))) continue;
        if (keys.some((key) => isMisnamed(cluster, field, `spec.hosts.${key}`))) continue;
        yield report(
          `${field}.address`,
          `${name === '' ? 'the host' : show(name)} has no address; KubeKey can't log in to it`,
          'Give it an address.',
        );
        continue;
      }
      if (address !== '' && !isReachable(address, internal)) {
        yield report(
          `${field}.address`,
          `${show(address)} is no IP address; KubeKey would log in to it as it is`,
        );
      }
      const node = internal === '' ? `${field}.address` : `${field}.internalAddress`;
      for (const part of (internal || (isReachable(address, internal) ? address : '')).split(',')) {
        const ip = parseIp(part.trim());
        if (part !== '' && ip === undefined && node !== `${field}.address`) {
          yield report(
            node,
            `${show(part)} is no IP address; KubeKey would make it the address of the node`,
          );
        } else if (ip !== undefined && unusable.some((network) => isWithin(ip, network))) {
          yield report(
            node,
            `${show(part)} can't be the address of a node; KubeKey would give it to the other nodes`,
            'Write the address that the other nodes reach this host at.',
          );
        }
      }
    }
  }),
};

/** A host name will do for SSH, as long as the node has an IP address of its own. */
function isReachable(address: string, internal: string): boolean {
  if (parseIp(address) !== undefined) return true;
  return (
    internal !== '' && dnsSubdomainProblem(address) === undefined && !/(^|\.)\d+$/.test(address)
  );
}
