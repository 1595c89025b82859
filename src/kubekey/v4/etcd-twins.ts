import type { Twin } from './twin';

/**
 * etcd. The words change their meaning: kk 4 calls `external` what kk 3 calls `kubekey`, a service on the
 * hosts, and `internal` what kk 3 calls `kubeadm`, pods on the control planes.
 */
export const etcdTwins: Readonly<Record<string, Twin>> = {
  'etcd.type': {
    to: 'etcd.deployment_type',
    as: (type) => (type === 'kubeadm' ? 'internal' : 'external'),
  },
  ...Object.fromEntries(
    ['endpoints', 'caFile', 'certFile', 'keyFile'].map((field) => [
      `etcd.external.${field}`,
      { lost: 'kk 4 runs etcd itself: set etcd.type to "kubekey" or "kubeadm".' },
    ]),
  ),
  'etcd.port': { to: 'etcd.port' },
  'etcd.peerPort': { to: 'etcd.peer_port' },
  'etcd.extraArgs': {
    lost: 'kk 4 takes the variables that it knows: write them in v4.config.etcd.env.',
  },
  'etcd.backupDir': { to: 'etcd.backup.backup_dir' },
  'etcd.backupPeriod': { to: 'etcd.backup.on_calendar', as: onCalendar },
  'etcd.keepBackupNumber': { to: 'etcd.backup.keep_backup_number' },
  'etcd.backupScript': { lost: 'kk 4 keeps its backup script in its own folder.' },
  'etcd.dataDir': { to: 'etcd.env.data_dir' },
  'etcd.heartbeatInterval': { to: 'etcd.env.heartbeat_interval' },
  'etcd.electionTimeout': { to: 'etcd.env.election_timeout' },
  'etcd.snapshotCount': { to: 'etcd.env.snapshot_count' },
  'etcd.autoCompactionRetention': { to: 'etcd.env.compaction_retention' },
  // kk 4.0.6 looks at etcd.metrics to decide whether it writes etcd.env.metrics.
  'etcd.metrics': { to: ['etcd.env.metrics', 'etcd.metrics'] },
  'etcd.quotaBackendBytes': { to: 'etcd.env.quota_backend_bytes' },
  'etcd.maxRequestBytes': { to: 'etcd.env.max_request_bytes' },
  'etcd.maxSnapshots': { to: 'etcd.env.max_snapshots' },
  'etcd.maxWals': { to: 'etcd.env.max_wals' },
  'etcd.logLevel': { to: 'etcd.env.log_level' },
};

/** When kk 3 makes backups for a period in minutes, as systemd writes it. */
function onCalendar(minutes: unknown): string {
  const period = Number(minutes);
  if (period <= 0) return '*-*-* *:00/30:00';
  if (period < 60) return `*-*-* *:00/${period}:00`;
  if (period >= 1440) return '*-*-* 02:00:00';
  const [hour, minute] = [Math.floor(period / 60), period % 60];
  return `*-*-* 00/${hour}:${String(minute).padStart(2, '0')}:00`;
}
