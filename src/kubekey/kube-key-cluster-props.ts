import type { PropForms } from '../manifest/props';
import type { KubeKeyAddon } from './addon';
import type { KubeKeyControlPlaneEndpoint } from './control-plane-endpoint';
import type { KubeKeyDns } from './dns';
import type { KubeKeyEtcd } from './etcd';
import type { KubeKeyHost } from './host';
import type { KubeKeyKubernetes } from './kubernetes';
import type { KubeKeyKubeSphere } from './kube-key-kube-sphere';
import type { KubeKeyNetwork } from './network';
import type { KubeKeyRegistry } from './registry';
import type { KubeKeyRoleGroups } from './role-groups';
import type { KubeKeyStorage } from './storage';
import type { KubeKeySystem } from './system';
import type { KubeKeyZone } from './zone';

/** Format of a cluster's files: `v1alpha2` for kk 3, `v4` for kk 4. */
export type KubeKeyFormat = 'v1alpha2' | 'v4';

/** A cluster as KubeKey sets it up: its fields are grouped and named as KubeKey's own. */
export interface KubeKeyClusterProps {
  /** Name of the cluster: lower-case letters, digits, `-` and `.`. It isn't the name of the file: that is the id. */
  readonly name: string;
  /**
   * Folder of the cluster's files within the output folder, such as `staging`.
   *
   * @default - the output folder itself
   */
  readonly folder?: string;
  /**
   * Format of the files: `v1alpha2` is one file `<id>.yaml` for kk 3; `v4` is `<id>-inventory.yaml` and
   * `<id>-config.yaml` for kk 4.
   *
   * @default v1alpha2
   */
  readonly format?: KubeKeyFormat;
  /**
   * With `format: 'v4'`: whether fields that kk 4 has no twin for are left out and listed in `losses`.
   *
   * @default false - such fields are an error
   */
  readonly allowLoss?: boolean;
  /**
   * With `format: 'v4'`: what only kk 4 knows, such as taints, laid over the files.
   *
   * @default - nothing
   */
  readonly v4?: KubeKeyV4;
  /**
   * Where the servers are. `cn` takes images from `registry.cn-beijing.aliyuncs.com/kubesphereio` unless
   * `registry` says otherwise, and puts `KKZONE=cn` before the commands for kk 3, which they all need.
   *
   * @default - files and images come from their own places
   */
  readonly zone?: KubeKeyZone;
  /** The servers, one or several. A single one gets all roles. */
  readonly hosts: readonly KubeKeyHost[];
  /**
   * The hosts of each role, by name or range. Say the roles either here or at the hosts.
   *
   * @default - the `roles` of the hosts
   */
  readonly roleGroups?: KubeKeyRoleGroups;
  /**
   * Where the API server is reached.
   *
   * @default - lb.kubesphere.local:6443, which is the first control plane
   */
  readonly controlPlaneEndpoint?: KubeKeyControlPlaneEndpoint;
  /**
   * What KubeKey sets up in the operating system.
   *
   * @default - KubeKey's own
   */
  readonly system?: KubeKeySystem;
  /**
   * The etcd cluster.
   *
   * @default - KubeKey runs it on the hosts of the group `etcd`
   */
  readonly etcd?: KubeKeyEtcd;
  /**
   * Name resolution.
   *
   * @default - KubeKey's own
   */
  readonly dns?: KubeKeyDns;
  /** Kubernetes itself, with its version. */
  readonly kubernetes: KubeKeyKubernetes;
  /**
   * The network of pods and Services.
   *
   * @default - Calico, pods in 10.233.64.0/18, Services in 10.233.0.0/18
   */
  readonly network?: KubeKeyNetwork;
  /**
   * Storage of the cluster.
   *
   * @default - KubeKey's own
   */
  readonly storage?: KubeKeyStorage;
  /**
   * Where images come from.
   *
   * @default - each from its own registry
   */
  readonly registry?: KubeKeyRegistry;
  /**
   * What is installed when the cluster is up, in this order.
   *
   * @default - nothing
   */
  readonly addons?: readonly KubeKeyAddon[];
  /**
   * KubeSphere 2 or 3, which kk 3 installs. KubeSphere 4 is an add-on: `new KubeSphere(...)` in `addons`.
   *
   * @default - not installed
   */
  readonly kubesphere?: KubeKeyKubeSphere;
}

/** What only kk 4 knows. Objects merge deep, anything else replaces what would be written. */
export interface KubeKeyV4 {
  /**
   * Fields of the Config's `spec`, such as `{ cni: { calico_version: 'v3.27.4' } }`. Never put a secret here.
   *
   * @default - none
   */
  readonly config?: Readonly<Record<string, unknown>>;
  /**
   * Variables by host name, such as `{ node1: { kubernetes: { custom_taints: ['gpu=true:NoSchedule'] } } }`.
   * Never put a secret here.
   *
   * @default - none
   */
  readonly hosts?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The form of each argument. The hosts and Kubernetes have rules of their own. */
export const kubeKeyClusterForms: PropForms<KubeKeyClusterProps> = {
  name: true,
  folder: true,
  format: true,
  allowLoss: false,
  v4: { config: { cni: { type: 'calico' } } },
  zone: true,
  hosts: true,
  roleGroups: { etcd: ['node1'], 'control-plane': ['node1'], worker: ['node1'] },
  controlPlaneEndpoint: { domain: 'lb.kubesphere.local', port: 6443 },
  system: { ntpServers: ['ntp.aliyun.com'] },
  etcd: { type: 'kubekey', backupPeriod: 30 },
  dns: { nodelocaldns: {} },
  kubernetes: true,
  network: { plugin: 'calico', multusCNI: { enabled: false } },
  storage: { openebs: { basePath: '/var/openebs/local' } },
  registry: { registryMirrors: ['https://docker.1ms.run'] },
  addons: [{ name: 'nfs', sources: { yaml: { path: ['nfs.yaml'] } } }],
  kubesphere: { enabled: true, version: 'v3.4.1' },
};
