import { kubekeyEtcdDirectories } from '../../../src/checks/rules/kubekey-etcd-directories';
import { cluster, linesOf } from '../kubekey-input';

test('warns of another folder for the data', () => {
  expect(linesOf(kubekeyEtcdDirectories, cluster('spec: {etcd: {dataDir: /data/etcd}}'))).toEqual([
    'warning spec.etcd.dataDir: "/data/etcd" is not created by KubeKey; it prepares /var/lib/etcd only. Create the folder on every etcd host before, or leave the field out.',
  ]);
});

test('warns of a script where a folder belongs', () => {
  expect(
    linesOf(kubekeyEtcdDirectories, cluster('spec: {etcd: {backupScript: /opt/backup.sh}}')),
  ).toEqual([
    'warning spec.etcd.backupScript: "/opt/backup.sh" looks like a file; KubeKey makes a folder of that name and puts its script there. Write the folder that the script goes to.',
  ]);
});

test.each([['the defaults', 'spec: {etcd: {dataDir: /var/lib/etcd, backupScript: /opt/scripts}}']])(
  'says nothing of %s',
  (_what, change) => {
    expect(linesOf(kubekeyEtcdDirectories, cluster(change))).toEqual([]);
  },
);
