import { appendField, formatField, parseField } from './field-path';
import { expandHostRange, type HostRange } from './host-range';
import { readKubeKeyFields, type KubeKeyReading } from './kubekey-reading';
import { kubeKeyFields, tablePath } from './kubekey-schema';
import { readKubeKeyVersion, type KubeKeyVersion } from './kubekey-version';
import { at, groupOf, isFields, type Fields, type Manifest } from './manifest';

/** A host of a Cluster, with KubeKey's defaults. */
export interface KubeKeyHost {
  /** Its field, such as `spec.hosts[0]`. */
  readonly field: string;
  /** Its name; empty where it has none that can be read. */
  readonly name: string;
  /** Where KubeKey reaches it by SSH: `address`, or else `internalAddress`. */
  readonly address: string;
  /** The node's own addresses: `internalAddress` (or else `address`) split at its comma. */
  readonly internalAddresses: readonly string[];
  /** SSH port. */
  readonly port: number;
  /** SSH user. */
  readonly user: string;
  /** Architecture, as it is written; `amd64` where it isn't. */
  readonly arch: string;
}

/** One entry of a role group that was read. */
export interface RoleMember {
  /** Name of the host. */
  readonly name: string;
  /** The entry that names it, such as `spec.roleGroups.worker[0]`. */
  readonly field: string;
}

/** A role group with its host ranges expanded. */
export interface RoleGroup {
  /** Name of the group, exactly as it is written: KubeKey minds its case. */
  readonly name: string;
  /** Its field, such as `spec.roleGroups.worker`. */
  readonly field: string;
  /** The hosts it names, in order, with repetitions. */
  readonly members: readonly RoleMember[];
  /** The entries that KubeKey reads otherwise than their author will have meant them. */
  readonly surprises: readonly SurprisingEntry[];
}

/** An entry of a role group, such as `node[01:03]`, that KubeKey reads in its own way. */
export interface SurprisingEntry {
  /** The entry's field, such as `spec.roleGroups.worker[0]`. */
  readonly field: string;
  /** The entry as it is written. */
  readonly entry: string;
  /** What KubeKey makes of it. */
  readonly range: HostRange;
}

/** The names of role groups that mean something to KubeKey. */
export const knownRoleGroups = ['etcd', 'master', 'control-plane', 'worker', 'registry'] as const;

/** A KubeKey Cluster (v1alpha2) as KubeKey 3.1.12 reads it: tolerant of anything that is in the file. */
export interface KubeKeyClusterConfig extends KubeKeyReading {
  /** The hosts, with KubeKey's defaults. Entries that are no mapping are left out. */
  readonly hosts: readonly KubeKeyHost[];
  /** The role groups in the order of the file. */
  readonly groups: readonly RoleGroup[];
  /** The Kubernetes version as KubeKey reads it. */
  readonly version: KubeKeyVersion;
  /** What is installed, such as `kubernetes` or `k3s`: from the version's suffix, or else `kubernetes.type`. */
  readonly distribution: string;
  /** Kind of etcd; `kubekey` where it isn't written, and where it is `kubeadm` but k3s is installed. */
  readonly etcdType: string;
  /** The members of some groups, one after the other. */
  readonly members: (...groups: readonly string[]) => readonly RoleMember[];
  /** The control plane: the members of `master`, then those of `control-plane`. */
  readonly controlPlane: readonly RoleMember[];
  /** The value of a field, named as KubeKey names it; undefined where there is none. */
  readonly value: (field: string) => unknown;
  /** Tells whether the file has a value at a field, be it readable or not; also where what holds it is unreadable. */
  readonly has: (field: string) => boolean;
  /** The text of a field: KubeKey's default where it is empty or left out, else the empty text. */
  readonly text: (field: string) => string;
  /** The number of a field: KubeKey's default where it is 0 or left out, else 0. */
  readonly number: (field: string) => number;
  /** The boolean of a field: KubeKey's default where it is left out, else false. */
  readonly flag: (field: string) => boolean;
  /** The texts of a list, each with the field of its entry; empty ones are left out. */
  readonly texts: (field: string) => readonly { readonly text: string; readonly field: string }[];
  /** The entries of a mapping, each with its field. */
  readonly entries: (
    field: string,
  ) => readonly { readonly key: string; readonly value: unknown; readonly field: string }[];
  /** The fields of the items of a list of mappings, such as `spec.addons[0]`. */
  readonly items: (field: string) => readonly string[];
}

/** Tells whether a manifest is a Cluster of KubeKey, in whatever version. */
export function isKubeKeyCluster(manifest: Manifest): boolean {
  return manifest.kind === 'Cluster' && groupOf(manifest.apiVersion) === 'kubekey.kubesphere.io';
}

/** Reads a Cluster as KubeKey 3.1.12 does. Never throws, whatever is in it. */
export function kubeKeyClusterOf(manifest: Manifest): KubeKeyClusterConfig {
  const reading = readKubeKeyFields(manifest);
  const access = accessTo(reading);
  const groups = access
    .entries('spec.roleGroups')
    .map(({ key, field, value }) => readGroup(key, field, value));
  const members = (...names: readonly string[]): RoleMember[] =>
    names.flatMap((name) => groups.find((group) => group.name === name)?.members ?? []);
  const version = readKubeKeyVersion(access.text('spec.kubernetes.version'));
  const distribution = version.suffix ?? access.text('spec.kubernetes.type');
  const etcdType = access.text('spec.etcd.type');
  return {
    ...reading,
    ...access,
    hosts: access.items('spec.hosts').map((field) => readHost(access, field)),
    groups,
    version,
    distribution,
    etcdType: distribution === 'k3s' && etcdType === 'kubeadm' ? 'kubekey' : etcdType,
    members,
    controlPlane: members('master', 'control-plane'),
  };
}

type Access = Pick<
  KubeKeyClusterConfig,
  'value' | 'has' | 'text' | 'number' | 'flag' | 'texts' | 'entries' | 'items'
>;

function accessTo({ fields, unreadable }: KubeKeyReading): Access {
  const value = (field: string): unknown => at(fields, ...(parseField(field) ?? []));
  const orDefault = (field: string): unknown => {
    const found = value(field);
    return found === undefined || found === null || found === '' || found === 0
      ? kubeKeyFields.get(tablePath(field))?.default
      : found;
  };
  const isUnreadable = (field: string): boolean => {
    const steps = parseField(field) ?? [];
    return steps.some((_, index) => unreadable.has(formatField(...steps.slice(0, index + 1))));
  };
  const list = (field: string): readonly unknown[] => {
    const found = value(field);
    return Array.isArray(found) ? found : [];
  };
  return {
    value,
    has: (field) => (value(field) ?? null) !== null || isUnreadable(field),
    text: (field) => {
      const found = orDefault(field);
      return typeof found === 'string' ? found : '';
    },
    number: (field) => Number(orDefault(field) ?? 0),
    flag: (field) => (value(field) ?? kubeKeyFields.get(tablePath(field))?.default) === true,
    texts: (field) =>
      list(field).flatMap((text, index) =>
        typeof text === 'string' && text !== '' ? [{ text, field: `${field}[${index}]` }] : [],
      ),
    entries: (field) =>
      Object.entries(asFields(value(field))).map(([key, item]) => ({
        key,
        value: item,
        field: appendField(field, key),
      })),
    items: (field) =>
      list(field).flatMap((item, index) => (isFields(item) ? [`${field}[${index}]`] : [])),
  };
}

function readHost({ text, number }: Access, field: string): KubeKeyHost {
  const address = text(`${field}.address`);
  const internal = text(`${field}.internalAddress`);
  return {
    field,
    name: text(`${field}.name`),
    address: address || internal,
    internalAddresses: (internal || address).split(',').filter((part) => part !== ''),
    port: number(`${field}.port`),
    user: text(`${field}.user`),
    arch: text(`${field}.arch`),
  };
}

function readGroup(name: string, field: string, value: unknown): RoleGroup {
  const entries = (Array.isArray(value) ? value : []).flatMap((entry: unknown, index) =>
    typeof entry === 'string'
      ? [{ field: `${field}[${index}]`, entry, range: expandHostRange(entry) }]
      : [],
  );
  return {
    name,
    field,
    members: entries.flatMap((entry) =>
      entry.range.names.map((host) => ({ name: host, field: entry.field })),
    ),
    surprises: entries.filter(({ range }) => range.surprise !== undefined),
  };
}

function asFields(value: unknown): Fields {
  return isFields(value) ? value : {};
}
