import { show } from '../errors';
import { appendField } from '../manifest/field-path';
import { fieldsAt, itemsAt, textAt } from '../manifest/fields';
import { at, isFields } from '../manifest/manifest';
import type { PodTemplate } from '../manifest/relations';
import {
  hasOwnUsers,
  securityContexts,
  type PodSecurityControl,
  type Violation,
} from './pod-security';

const takeOut = 'Take it out.';

/**
 * The controls of the level baseline. Source: the Pod Security Standards of the Kubernetes
 * documentation, and the versions of policies in kubernetes/pod-security-admission.
 */
export const baselineControls: readonly PodSecurityControl[] = [
  {
    name: 'Host Process',
    *look(pod) {
      for (const { context, field } of securityContexts(pod)) {
        if (at(context, 'windowsOptions', 'hostProcess') !== true) continue;
        const problem = 'the process runs on the Windows node itself';
        yield { field: `${field}.windowsOptions.hostProcess`, problem, fix: takeOut };
      }
    },
  },
  {
    name: 'Host Namespaces',
    *look(pod) {
      for (const name of ['hostNetwork', 'hostPID', 'hostIPC']) {
        if (pod.spec[name] !== true) continue;
        yield { field: `${pod.specField}.${name}`, problem: `${name} is true`, fix: takeOut };
      }
    },
  },
  {
    name: 'Privileged Containers',
    *look(pod) {
      for (const { context, field, of } of securityContexts(pod)) {
        if (of === 'pod' || context['privileged'] !== true) continue;
        const problem = 'the container is privileged';
        yield { field: `${field}.privileged`, problem, fix: takeOut };
      }
    },
  },
  {
    name: 'Capabilities',
    *look(pod) {
      for (const { context, field, of } of securityContexts(pod)) {
        if (of === 'pod') continue;
        for (const { value, index } of valuesAt(context, 'capabilities', 'add')) {
          if (typeof value === 'string' && defaultCapabilities.has(value)) continue;
          const problem = `no container may add this capability, got ${show(value)}`;
          const fix = `Take it out; allowed are ${[...defaultCapabilities].join(', ')}.`;
          yield { field: `${field}.capabilities.add[${index}]`, problem, fix };
        }
      }
    },
  },
  {
    name: 'HostPath Volumes',
    *look(pod) {
      for (const { item, index } of itemsAt(pod.spec, 'volumes')) {
        if (!isFields(item['hostPath'])) continue;
        const field = `${pod.specField}.volumes[${index}].hostPath`;
        const problem = `the volume is a path of the node, got ${show(item['hostPath']['path'])}`;
        yield { field, problem, fix: 'Use another kind of volume.' };
      }
    },
  },
  {
    name: 'Host Ports',
    *look(pod) {
      for (const { container, field } of pod.containers) {
        for (const { item, index } of itemsAt(container, 'ports')) {
          const port = item['hostPort'];
          if (port === undefined || port === null || port === 0) continue;
          const problem = `the port takes one of the node, got ${show(port)}`;
          const fix = 'Take it out, and use a Service.';
          yield { field: `${field}.ports[${index}].hostPort`, problem, fix };
        }
      }
    },
  },
  {
    name: 'Host Probes / Lifecycle Hooks',
    *look(pod, minor) {
      if (minor >= 34) yield* otherHosts(pod);
    },
  },
  {
    name: 'AppArmor',
    *look(pod) {
      yield* profiles(pod, 'appArmorProfile');
      const annotations = fieldsAt(pod.metadata, 'annotations');
      for (const [name, value] of Object.entries(annotations)) {
        if (!name.startsWith('container.apparmor.security.beta.kubernetes.io/')) continue;
        if (value === '' || value === 'runtime/default') continue;
        if (typeof value === 'string' && value.startsWith('localhost/')) continue;
        yield {
          field: appendField([...pod.path, 'metadata', 'annotations'].join('.'), name),
          problem: `the profile must be runtime/default or one of localhost/, got ${show(value)}`,
          fix: 'Write runtime/default.',
        };
      }
    },
  },
  {
    name: 'SELinux',
    *look(pod, minor) {
      const types = minor >= 31 ? [...seLinuxTypes, 'container_engine_t'] : seLinuxTypes;
      for (const { context, field } of securityContexts(pod)) {
        const options = fieldsAt(context, 'seLinuxOptions');
        const type = textAt(options, 'type');
        if (type !== undefined && !types.includes(type)) {
          const problem = `the type must be one of the containers' own, got ${show(type)}`;
          const fix = `Write one of ${types.join(', ')}, or take it out.`;
          yield { field: `${field}.seLinuxOptions.type`, problem, fix };
        }
        for (const name of ['user', 'role']) {
          if (textAt(options, name) === undefined) continue;
          const problem = `${name} may not be set, got ${show(options[name])}`;
          yield { field: `${field}.seLinuxOptions.${name}`, problem, fix: takeOut };
        }
      }
    },
  },
  {
    name: '/proc Mount Type',
    *look(pod, minor) {
      if (!(minor >= 35 && hasOwnUsers(pod))) yield* procMounts(pod);
    },
  },
  { name: 'Seccomp', look: (pod) => profiles(pod, 'seccompProfile') },
  {
    name: 'Sysctls',
    *look(pod, minor) {
      const safe: readonly string[] = safeSysctls
        .filter(({ since }) => minor >= since)
        .map(({ name }) => name);
      for (const { item, index } of itemsAt(pod.spec, 'securityContext', 'sysctls')) {
        if (safe.includes(String(item['name']))) continue;
        const field = `${pod.specField}.securityContext.sysctls[${index}].name`;
        const problem = `not one of the safe sysctls, got ${show(item['name'])}`;
        yield { field, problem, fix: `Take it out; allowed are ${safe.join(', ')}.` };
      }
    },
  },
];

const defaultCapabilities: ReadonlySet<string> = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
);
const seLinuxTypes = ['container_t', 'container_init_t', 'container_kvm_t'];

/** The sysctls that touch only the pod that sets them, with the minor release that allows each. */
const safeSysctls = [
  { name: 'kernel.shm_rmid_forced', since: 0 },
  { name: 'net.ipv4.ip_local_port_range', since: 0 },
  { name: 'net.ipv4.tcp_syncookies', since: 0 },
  { name: 'net.ipv4.ping_group_range', since: 0 },
  { name: 'net.ipv4.ip_unprivileged_port_start', since: 0 },
  { name: 'net.ipv4.ip_local_reserved_ports', since: 27 },
  { name: 'net.ipv4.tcp_keepalive_time', since: 29 },
  { name: 'net.ipv4.tcp_fin_timeout', since: 29 },
  { name: 'net.ipv4.tcp_keepalive_intvl', since: 29 },
  { name: 'net.ipv4.tcp_keepalive_probes', since: 29 },
  { name: 'net.ipv4.tcp_rmem', since: 32 },
  { name: 'net.ipv4.tcp_wmem', since: 32 },
] as const;

/** Whatever a mount of /proc other than the runtime's own shows. */
export function* procMounts(pod: PodTemplate): Generator<Violation> {
  for (const { context, field, of } of securityContexts(pod)) {
    const mount = context['procMount'];
    if (of === 'pod' || mount === undefined || mount === null || mount === 'Default') continue;
    const problem = `must be Default, got ${show(mount)}`;
    yield { field: `${field}.procMount`, problem, fix: takeOut };
  }
}

function* profiles(
  pod: PodTemplate,
  name: 'appArmorProfile' | 'seccompProfile',
): Generator<Violation> {
  for (const { context, field } of securityContexts(pod)) {
    const profile = context[name];
    if (!isFields(profile)) continue;
    if (['RuntimeDefault', 'Localhost'].includes(String(profile['type']))) continue;
    const problem = `the profile must be RuntimeDefault or Localhost, got ${show(profile['type'])}`;
    yield { field: `${field}.${name}.type`, problem, fix: 'Write RuntimeDefault.' };
  }
}

const handlers = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
] as const;

function* otherHosts(pod: PodTemplate): Generator<Violation> {
  for (const { container, field } of pod.containers) {
    for (const handler of handlers) {
      for (const action of ['httpGet', 'tcpSocket']) {
        const host = textAt(container, ...handler, action, 'host');
        if (host === undefined) continue;
        yield {
          field: `${field}.${handler.join('.')}.${action}.host`,
          problem: `it makes the node call another host, got ${show(host)}`,
          fix: 'Take it out: without it, the pod itself is asked.',
        };
      }
    }
  }
}

function valuesAt(
  holder: unknown,
  ...path: readonly string[]
): readonly { readonly value: unknown; readonly index: number }[] {
  const list = at(holder, ...path);
  return Array.isArray(list) ? list.map((value: unknown, index) => ({ value, index })) : [];
}
