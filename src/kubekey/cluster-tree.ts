import type { Manifest } from '../manifest/manifest';
import { credentialSlots } from './credential';
import { hostFields } from './host';
import type { KubeKeyClusterProps } from './kube-key-cluster-props';
import type { KubeKeyRegistryAuth } from './registry';
import { roleGroupsOf } from './role-groups';
import { said } from './said';
import { zoneRegistry } from './zone';

/**
 * The v1alpha2 Cluster as data, with each secret in a slot: the values that `kk create config` writes,
 * in its order, and what the author said.
 *
 * Spreading the author's fields over those values keeps their place and puts all others behind them.
 */
export function clusterTree(props: KubeKeyClusterProps): Manifest {
  const { name, system, dns, storage, addons = [], kubesphere } = props;
  const { version, ...kubernetes } = props.kubernetes;
  const tree = {
    apiVersion: 'kubekey.kubesphere.io/v1alpha2',
    kind: 'Cluster',
    metadata: { name },
    spec: {
      hosts: props.hosts.map(hostFields),
      roleGroups: roleGroupsOf({
        hosts: props.hosts,
        roleGroups: props.roleGroups,
        ownEtcd: props.etcd?.type !== 'external',
      }),
      controlPlaneEndpoint: {
        internalLoadbalancer: undefined,
        domain: 'lb.kubesphere.local',
        address: '',
        port: 6443,
        ...said(props.controlPlaneEndpoint),
      },
      system,
      dns,
      kubernetes: {
        version,
        clusterName: 'cluster.local',
        autoRenewCerts: true,
        containerManager: containerManagerFor(version),
        ...said(kubernetes),
      },
      etcd: { type: 'kubekey', ...said(props.etcd) },
      network: {
        plugin: 'calico',
        kubePodsCIDR: '10.233.64.0/18',
        kubeServiceCIDR: '10.233.0.0/18',
        multusCNI: { enabled: false },
        ...said(props.network),
      },
      storage,
      registry: registryFields(props),
      addons,
      kubesphere,
    },
  };
  return said(tree);
}

function registryFields({ registry = {}, zone }: KubeKeyClusterProps): Record<string, unknown> {
  const { auths, ...rest } = registry;
  return {
    privateRegistry: '',
    namespaceOverride: '',
    ...zoneRegistry(zone),
    registryMirrors: [],
    insecureRegistries: [],
    ...said(rest),
    auths: auths && mapValues(auths, (auth, host) => authFields(host, auth)),
  };
}

function mapValues<T, R>(
  values: Readonly<Record<string, T>>,
  change: (value: T, key: string) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, change(value, key)]),
  );
}

function authFields(host: string, auth: KubeKeyRegistryAuth): Record<string, unknown> {
  const { username, credential, ...rest } = auth;
  const slots = credential && credentialSlots(credential, `registry ${host}`);
  return { username, password: slots?.password, ...rest };
}

/** As `kk create config` decides it: Kubernetes itself speaks to Docker no longer from v1.24 on. */
function containerManagerFor(version: string): 'docker' | 'containerd' {
  const [, minor] = /^v?1\.(\d+)\./.exec(version) ?? [];
  return minor !== undefined && Number(minor) < 24 ? 'docker' : 'containerd';
}
