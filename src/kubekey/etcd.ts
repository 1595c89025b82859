/** The etcd cluster that holds Kubernetes' state. */
export interface KubeKeyEtcd {
  /**
   * Who runs etcd: `kubekey` as a service on the hosts of the role group `etcd`, `kubeadm` as pods on the
   * control planes, `external` somebody else, reached by `external`. KubeKey checks no spelling here.
   *
   * @default kubekey
   */
  readonly type?: 'kubekey' | 'kubeadm' | 'external';
  /**
   * How an external etcd is reached; read only with `type: 'external'`.
   *
   * @default - none
   */
  readonly external?: KubeKeyExternalEtcd;
  /**
   * Port for clients, 1-65535.
   *
   * @default 2379
   */
  readonly port?: number;
  /**
   * Port for the other members, 1-65535.
   *
   * @default 2380
   */
  readonly peerPort?: number;
  /**
   * Further lines for `/etc/etcd.env`, such as `ETCD_MAX_TXN_OPS=256`: environment variables, no flags.
   *
   * @default - none
   */
  readonly extraArgs?: readonly string[];
  /**
   * Folder for the backups on each etcd host.
   *
   * @default /var/backups/kube_etcd
   */
  readonly backupDir?: string;
  /**
   * Minutes between two backups. From 1440 on it means every day at 02:00.
   *
   * @default 1440
   */
  readonly backupPeriod?: number;
  /**
   * How many backups are kept.
   *
   * @default 5
   */
  readonly keepBackupNumber?: number;
  /**
   * Folder, in spite of its name, in which KubeKey puts the backup script.
   *
   * @default /usr/local/bin/kube-scripts
   */
  readonly backupScript?: string;
  /**
   * Folder for etcd's data. KubeKey creates `/var/lib/etcd` only: create any other one yourself.
   *
   * @default /var/lib/etcd
   */
  readonly dataDir?: string;
  /**
   * Milliseconds between two heartbeats of the leader.
   *
   * @default 250
   */
  readonly heartbeatInterval?: number;
  /**
   * Milliseconds without a heartbeat until a new leader is elected; about ten times the heartbeat.
   *
   * @default 5000
   */
  readonly electionTimeout?: number;
  /**
   * Number of changes after which etcd writes a snapshot to disk.
   *
   * @default 10000
   */
  readonly snapshotCount?: number;
  /**
   * Hours of history that etcd keeps; 0 keeps all of it.
   *
   * @default 8
   */
  readonly autoCompactionRetention?: number;
  /**
   * How much etcd measures: `extensive` adds histograms per call.
   *
   * @default basic
   */
  readonly metrics?: 'basic' | 'extensive';
  /**
   * Bytes that the database may grow to; above, etcd takes no more writes.
   *
   * @default - etcd's own, 2 GiB
   */
  readonly quotaBackendBytes?: number;
  /**
   * Bytes that one request may have.
   *
   * @default - etcd's own, 1.5 MiB
   */
  readonly maxRequestBytes?: number;
  /**
   * How many snapshot files are kept; 0 keeps all.
   *
   * @default - etcd's own, 5
   */
  readonly maxSnapshots?: number;
  /**
   * How many write-ahead log files are kept; 0 keeps all.
   *
   * @default - etcd's own, 5
   */
  readonly maxWals?: number;
  /**
   * How much etcd logs.
   *
   * @default - etcd's own, info
   */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'panic' | 'fatal';
}

/** An etcd cluster that KubeKey doesn't run. */
export interface KubeKeyExternalEtcd {
  /** Addresses of the members, such as `https://192.168.0.10:2379`. */
  readonly endpoints: readonly string[];
  /**
   * File of the certificate authority, on the machine that runs kk. Without it KubeKey ignores
   * `certFile` and `keyFile` as well.
   *
   * @default - no TLS
   */
  readonly caFile?: string;
  /**
   * File of the client certificate, on the machine that runs kk.
   *
   * @default - none
   */
  readonly certFile?: string;
  /**
   * File of the client certificate's key, on the machine that runs kk.
   *
   * @default - none
   */
  readonly keyFile?: string;
}
