import { show } from '../../errors';
import { appendField } from '../../manifest/field-path';
import { choiceOf, likeliest } from '../../manifest/listed';
import { isFields } from '../../manifest/manifest';
import { parseQuantity, quantityForm } from '../../manifest/quantity';
import type { Check } from '../check';
import { namedHosts } from '../cluster-nodes';
import { isResourceName } from '../resource-name';

/** What is declared of hosts names hosts of the Cluster, with amounts that can be read. */
export const validHostCapacity: Check = {
  id: 'valid-host-capacity',
  summary: 'The option hosts names hosts of the KubeKey Cluster, and amounts that can be read.',
  why: 'What is declared of a host that is not there, or in an amount that is none, checks nothing.',
  fix: 'Write the name of a host of the Cluster.',
  severity: 'error',
  example: {
    wrong: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  hosts: [{ name: node1, address: 192.168.0.2 }]
  roleGroups: { etcd: [node1], control-plane: [node1], worker: [node1] }
`,
    right: `apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  hosts: [{ name: gpu1, address: 192.168.0.2 }]
  roleGroups: { etcd: [gpu1], control-plane: [gpu1], worker: [gpu1] }
`,
    hosts: { gpu1: { cpu: 32, memory: '256Gi', 'nvidia.com/gpu': 2 } },
  },
  *run(input) {
    if (input.hosts === undefined) return;
    const cluster = namedHosts(input);
    if (cluster === undefined) return;
    const { object } = cluster;
    const { kind } = object.manifest;
    const names = new Set(cluster.names);
    for (const [host, resources] of Object.entries(input.hosts)) {
      if (!names.has(host)) {
        const meant = likeliest(names, host);
        yield {
          object,
          field: 'spec.hosts',
          problem: `the option hosts says what "${host}" has, and the ${kind} has no such host: ${choiceOf(names, host)}`,
          ...(meant === undefined ? {} : { fix: `Write ${meant} in the option hosts.` }),
        };
      }
      for (const [resource, amount] of Object.entries(isFields(resources) ? resources : {})) {
        if (!isResourceName(resource) && resource !== 'pods') {
          yield {
            object,
            field: 'spec.hosts',
            problem: `the option ${appendField('hosts', host)} names no resource of Kubernetes, got ${show(resource)}`,
            fix: 'Write cpu, memory, ephemeral-storage, or the full name of another, such as nvidia.com/gpu.',
          };
        } else if ((parseQuantity(amount) ?? -1n) < 0n) {
          yield {
            object,
            field: 'spec.hosts',
            problem: `the option ${appendField('hosts', host, resource)} must be ${quantityForm}, got ${show(amount)}`,
            fix: 'Write an amount of 0 or more, without another unit.',
          };
        }
      }
    }
  },
};
