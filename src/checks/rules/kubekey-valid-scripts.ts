import { show } from '../../errors';
import { knownRoleGroups } from '../../manifest/kubekey-cluster';
import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';
import { scriptFields } from '../kubekey-scripts';

/** Custom scripts have something to run, and hosts to run on. */
export const kubekeyValidScripts: Check = {
  id: 'kubekey-valid-scripts',
  summary: 'Custom scripts have something to run, and hosts to run on.',
  why: 'KubeKey stops at a script without bash when its turn comes, and runs one with an unknown role nowhere, without a word.',
  fix: 'Write the commands into bash.',
  severity: 'error',
  example: {
    wrong: `spec:
  system:
    preInstall:
      - name: driver
        bash: ./install.sh
        role: workers
`,
    right: `spec:
  system:
    preInstall:
      - name: driver
        bash: ./install.sh
        role: worker
`,
  },
  run: onEachClusterForKk3(function* ({ cluster, report }) {
    const { groups, text, unreadable } = cluster;
    const roles = new Set([
      ...groups.map(({ name }) => name),
      'k8s',
      ...(groups.some(({ name }) => name === 'control-plane') ? ['master'] : []),
    ]);
    for (const script of scriptFields(cluster)) {
      if (text(`${script}.bash`).trim() === '' && !unreadable.has(`${script}.bash`)) {
        yield report(`${script}.bash`, 'is empty; KubeKey stops when the turn of the script comes');
      }
      const role = text(`${script}.role`);
      if (role !== '' && !roles.has(role)) {
        yield report(
          `${script}.role`,
          `${show(role)} is no group of roleGroups; KubeKey runs the script nowhere`,
          `Use a group of this file, or one of ${knownRoleGroups.join(', ')} that is in it; leave role out for all hosts.`,
        );
      }
    }
  }),
};
