import { labelKeyProblem, labelValueProblem } from '../../manifest/names';
import type { Check } from '../check';
import { onEachCluster } from '../kubekey-clusters';

/** Labels of hosts are labels. */
export const kubekeyValidLabels: Check = {
  id: 'kubekey-valid-labels',
  summary: 'Labels of hosts are such as Kubernetes allows.',
  why: 'KubeKey puts them unquoted into a shell command. The shell splits or runs what is in them, or Kubernetes refuses them.',
  fix: 'Use letters, digits, "-", "_" and ".", at most 63 characters, with a letter or digit at both ends.',
  severity: 'error',
  example: {
    wrong: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      labels:
        zone: first floor
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
    right: `spec:
  hosts:
    - name: node1
      address: 192.168.0.2
      labels:
        zone: first-floor
  roleGroups:
    etcd: [node1]
    control-plane: [node1]
    worker: [node1]
`,
  },
  run: onEachCluster(function* ({ cluster, report }) {
    for (const host of cluster.hosts) {
      for (const { key, value, field } of cluster.entries(`${host.field}.labels`)) {
        const wrong = [
          ['key', labelKeyProblem(key)],
          ['value', value === null ? undefined : labelValueProblem(value)],
        ].find(([, problem]) => problem !== undefined);
        if (wrong === undefined) continue;
        const [part = '', problem = ''] = wrong;
        yield report(
          field,
          `the ${part} of the label ${problem}; KubeKey puts it into a shell command all the same`,
        );
      }
    }
  }),
};
