import { GroundworkError, type Problem } from '../errors';
import { appendField } from '../manifest/field-path';
import type { KubeKeyClusterConfig } from '../manifest/kubekey-cluster';
import { isFields, type Fields } from '../manifest/manifest';
import { kubeKeyFallbackVersion } from '../manifest/kubekey-version';
import { Credential } from './credential';
import type { KubeKeyClusterProps } from './kube-key-cluster-props';

/** Whatever a person wrote, as arguments of the construct; or what keeps it from becoming that. */
export interface FileProps {
  /** The arguments; to be used only where there is no problem. */
  readonly props: KubeKeyClusterProps;
  /** Secrets and names that can't become arguments. The path of each is a field of the Cluster. */
  readonly problems: readonly Problem[];
}

/**
 * The arguments of `KubeKeyCluster` that mean what KubeKey 3 makes of a file.
 *
 * The names and types of fields are KubeKey's own, and reading has checked them, so groups are passed on
 * as they are. What KubeKey reads in its own way is written out: its defaults where the construct's
 * differ, the hosts of ranges, and one group for the control plane.
 */
export function fileProps(cluster: KubeKeyClusterConfig): FileProps {
  const problems: Problem[] = [];
  const collect = <T>(field: string, make: () => T): T | undefined => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof GroundworkError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, path: field })));
      return undefined;
    }
  };
  const group = (field: string): Fields => asFields(cluster.value(`spec.${field}`));
  const has = (field: string): boolean => cluster.value(`spec.${field}`) !== undefined;
  const given = (...fields: string[]): Fields =>
    Object.fromEntries(fields.filter(has).map((field) => [field, cluster.value(`spec.${field}`)]));

  const props = {
    name: cluster.text('metadata.name'),
    hosts: cluster.hosts.map(({ field, address }) => ({
      ...without(asFields(cluster.value(field)), 'password', 'privateKey', 'privateKeyPath'),
      address,
      credential: collect(field, () => hostCredential(cluster, field)),
    })),
    roleGroups: roleGroups(cluster),
    ...(has('controlPlaneEndpoint') ? { controlPlaneEndpoint: endpoint(group) } : {}),
    kubernetes: kubernetes(cluster, group('kubernetes')),
    ...(has('network') ? { network: network(cluster, group('network')) } : {}),
    ...(has('registry') ? { registry: registry(cluster, group('registry'), collect) } : {}),
    ...given('system', 'etcd', 'dns', 'storage', 'addons', 'kubesphere'),
  };
  return { props: props as unknown as KubeKeyClusterProps, problems };
}

/** KubeKey takes the key's text before its path, answers sudo with the password, and falls back to its own key. */
function hostCredential({ text }: KubeKeyClusterConfig, field: string): Credential {
  const [key, path, password] = ['privateKey', 'privateKeyPath', 'password'].map((name) =>
    text(`${field}.${name}`),
  );
  const options = password ? { sudoPassword: password } : {};
  if (key) return Credential.privateKeyText(key, options);
  if (path) return Credential.privateKeyFile(path, options);
  return password ? Credential.password(password) : Credential.privateKeyFile('~/.ssh/id_rsa');
}

/** The hosts of each group by name. `master` and `control-plane` are one group to KubeKey. */
function roleGroups(cluster: KubeKeyClusterConfig): Record<string, readonly string[]> {
  const groups: Record<string, readonly string[]> = {};
  for (const { name, members } of cluster.groups) {
    const isControlPlane = name === 'master' || name === 'control-plane';
    const hosts = (isControlPlane ? cluster.controlPlane : members).map((member) => member.name);
    groups[isControlPlane ? 'control-plane' : name] = [...new Set(hosts)];
  }
  return groups;
}

/** KubeKey takes any other word for no load balancer. */
function endpoint(group: (field: string) => Fields): Fields {
  const fields = group('controlPlaneEndpoint');
  const balancer = fields['internalLoadbalancer'];
  return balancer === 'haproxy' || balancer === 'kube-vip' || balancer === undefined
    ? fields
    : without(fields, 'internalLoadbalancer');
}

/** The construct's defaults are those of `kk create config`; where a file says nothing, KubeKey's are others. */
function kubernetes({ version }: KubeKeyClusterConfig, fields: Fields): Fields {
  return {
    containerManager: 'docker',
    autoRenewCerts: false,
    ...fields,
    version: version.fallback ? kubeKeyFallbackVersion : fields['version'] || version.version,
  };
}

const plugins = ['calico', 'flannel', 'cilium', 'kubeovn', 'hybridnet'];

/** KubeKey takes any other word for no network plugin at all. */
function network({ text }: KubeKeyClusterConfig, fields: Fields): Fields {
  return plugins.includes(text('spec.network.plugin')) ? fields : { ...fields, plugin: 'none' };
}

function registry(
  { entries, text }: KubeKeyClusterConfig,
  fields: Fields,
  collect: <T>(field: string, make: () => T) => T | undefined,
): Fields {
  if (!isFields(fields['auths'])) return fields;
  const auths = entries('spec.registry.auths').map(({ key, value, field }) => {
    const password = text(appendField(field, 'password'));
    const credential = password ? collect(field, () => Credential.password(password)) : undefined;
    return [
      key,
      { ...without(asFields(value), 'password'), ...(credential ? { credential } : {}) },
    ] as const;
  });
  return { ...fields, auths: Object.fromEntries(auths) };
}

function without(fields: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

function asFields(value: unknown): Fields {
  return isFields(value) ? value : {};
}
