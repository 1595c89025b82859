import { show } from '../../errors';
import type { Check } from '../check';
import { dnsSubdomainProblem } from '../../manifest/names';
import { onEachCluster } from '../kubekey-clusters';
import { isMisnamed } from '../kubekey-misnamed';

/** A host's name can be the name of a node. */
export const kubekeyValidHostName: Check = {
  id: 'kubekey-valid-host-name',
  summary: 'Every host has a name that can be the name of a node.',
  why: 'KubeKey sets the name as the host name and registers the node under it without a look. Kubernetes changes it to small letters or refuses it, and KubeKey then waits for a node that never comes.',
  fix: 'Use small letters, digits, "-" and ".", at most 63 characters, with a letter or digit at both ends.',
  severity: 'error',
  example: {
    wrong: `spec:
  hosts:
    - name: Node1
      address: 192.168.0.2
  roleGroups:
    etcd: [Node1]
    control-plane: [Node1]
    worker: [Node1]
`,
    right: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    for (const { name, field } of cluster.hosts) {
      if (name === '') {
        if (!cluster.has(`${field}.name`) && !isMisnamed(cluster, field, 'spec.hosts.name'))
          yield report(
            `${field}.name`,
            'is missing; KubeKey can put the host in no group',
            'Give the host a name.',
          );
      } else if (dnsSubdomainProblem(name, 63) !== undefined) {
        const small = name.toLowerCase().replaceAll('_', '-');
        yield report(
          `${field}.name`,
          `${show(name)} can't be the name of a node; KubeKey takes it all the same, and the node is never found under it`,
          dnsSubdomainProblem(small, 63) === undefined
            ? `Name it ${small}, here and in the role groups.`
            : undefined,
        );
      }
    }
  }),
};
