import { show } from '../../errors';
import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';
import { namesOf } from '../kubekey-groups';

/** Harbor is installed on amd64 only. */
export const kubekeyHarborNeedsAmd64: Check = {
  id: 'kubekey-harbor-needs-amd64',
  summary: 'Harbor is installed on a host with amd64.',
  why: 'The address that KubeKey downloads Harbor from has no architecture in it: an arm64 host gets a Harbor that it can not run.',
  fix: 'Choose an amd64 host for the registry, or leave type out for a plain registry.',
  severity: 'error',
  example: {
    wrong: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      arch: arm64
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
    registry: [node1]
  registry:
    type: harbor
`,
    right: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      arch: amd64
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
    registry: [node1]
  registry:
    type: harbor
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { hosts, members, text }, report }) {
    if (!text('spec.registry.type').startsWith('harbor')) return;
    const names = new Set(namesOf(members('registry')));
    for (const { name, field, arch } of hosts) {
      if (arch !== 'arm64' || !names.has(name)) continue;
      yield report(
        `${field}.arch`,
        `is arm64, and ${show(name)} is to run Harbor; KubeKey downloads Harbor for amd64`,
      );
    }
  }),
};
