import { show } from '../../errors';
import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

/** Paths of etcd are those that KubeKey prepares. */
export const kubekeyEtcdDirectories: Check = {
  id: 'kubekey-etcd-directories',
  summary: 'The paths of etcd are what KubeKey takes them for.',
  why: 'KubeKey creates /var/lib/etcd and gives it to etcd, and no other folder. And backupScript is the folder for the script, in spite of its name.',
  fix: 'Create the folder on every etcd host before, or leave the field out.',
  severity: 'warning',
  example: {
    wrong: `spec:
  etcd:
    backupScript: /usr/local/bin/etcd-backup.sh
`,
    right: `spec:
  etcd:
    backupScript: /usr/local/bin/kube-scripts
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { text }, report }) {
    const data = text('spec.etcd.dataDir');
    if (data !== '/var/lib/etcd') {
      yield report(
        'spec.etcd.dataDir',
        `${show(data)} is not created by KubeKey; it prepares /var/lib/etcd only`,
      );
    }
    const script = text('spec.etcd.backupScript');
    if (script.endsWith('.sh')) {
      yield report(
        'spec.etcd.backupScript',
        `${show(script)} looks like a file; KubeKey makes a folder of that name and puts its script there`,
        'Write the folder that the script goes to.',
      );
    }
  }),
};
