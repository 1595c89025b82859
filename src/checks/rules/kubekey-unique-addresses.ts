import type { KubeKeyHost } from '../../manifest/kubekey-cluster';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** No two hosts have the same address. */
export const kubekeyUniqueAddresses: Check = {
  id: 'kubekey-unique-addresses',
  summary: 'Every host has addresses of its own.',
  why: 'KubeKey does not compare addresses. With one address twice it sets up the same machine as two nodes, which break each other.',
  fix: 'Give every host its own address.',
  severity: 'error',
  example: {
    wrong: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
    - name: node2
      address: 192.168.0.2
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node2]
`,
    right: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
    - name: node2
      address: 192.168.0.3
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node2]
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    const reached = new Map<string, string>();
    const nodes = new Map<string, string>();
    for (const host of cluster.hosts) {
      const name = host.name || host.field;
      // Behind one public address each host may have a port of its own.
      const place = `${host.address} ${host.port}`;
      const other = host.address === '' ? undefined : reached.get(place);
      const twin = host.internalAddresses
        .map((address) => ({ address, name: nodes.get(address) }))
        .find((found) => found.name !== undefined);
      const node = nodeField(host, cluster.has);
      if (twin?.name !== undefined) {
        yield report(
          node,
          `${twin.address} is the address of ${twin.name} too; KubeKey sets up one machine as two nodes`,
          undefined,
          undefined,
          { cause: host.field },
        );
      } else if (other !== undefined) {
        yield report(
          `${host.field}.address`,
          `${host.address} with port ${host.port} is the address of ${other} too; KubeKey logs in to one machine for both`,
          undefined,
          undefined,
          { cause: host.field },
        );
      }
      reached.set(place, name);
      for (const address of host.internalAddresses) nodes.set(address, name);
    }
  }),
};

function nodeField({ field }: KubeKeyHost, has: (field: string) => boolean): string {
  return has(`${field}.internalAddress`) ? `${field}.internalAddress` : `${field}.address`;
}
