import { clusterValues } from '../../facts/kubekey/cluster-values';
import { ineffectiveFields } from '../../facts/kubekey/ineffective-fields';
import type { KubeKeyClusterConfig } from '../../manifest/kubekey-cluster';
import { kubeKeyFields, tablePath } from '../../manifest/kubekey-schema';
import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';
import { fieldsOf } from '../kubekey-fields';

/** Every field that is set has an effect. */
export const kubekeyFieldsHaveEffect: Check = {
  id: 'kubekey-fields-have-effect',
  summary: 'Every field that is set has an effect.',
  why: 'Some fields are read by nothing in KubeKey, and others only together with another field. KubeKey says nothing about them.',
  fix: 'Remove the field.',
  severity: 'error',
  example: {
    wrong: `spec:
  network:
    plugin: flannel
    flannel:
      backendMode: vxlan
      directRouting: true
`,
    right: `spec:
  network:
    plugin: flannel
    flannel:
      backendMode: vxlan
`,
  },
  run: onEachClusterForKk3(function* ({ cluster, report }) {
    for (const { path, unless, because } of ineffectiveFields) {
      if (unless?.some((condition) => isMet(cluster, condition)) === true) continue;
      for (const field of fieldsOf(cluster, path)) {
        if (isSet(cluster, field)) yield report(field, `has no effect: KubeKey ${because}`);
      }
    }
    const type = cluster.value('spec.kubernetes.type');
    const { suffix } = cluster.version;
    if (typeof type === 'string' && type !== '' && suffix !== undefined && suffix !== type) {
      yield report(
        'spec.kubernetes.type',
        `has no effect: KubeKey takes the distribution from the version, which ends in ${suffix}`,
      );
    }
    if (cluster.distribution === 'k3s' && cluster.text('spec.etcd.type') === 'kubeadm') {
      yield report(
        'spec.etcd.type',
        'has no effect: KubeKey sets up its own etcd for k3s',
        'Write kubekey.',
      );
    }
  }),
};

/** Whether a field has one of the values; also where it has one that is a finding of its own. */
function isMet(cluster: KubeKeyClusterConfig, [field, ...values]: readonly string[]): boolean {
  if (field === undefined || cluster.unreadable.has(field)) return true;
  const text = conditionText(cluster, field);
  const known = clusterValues[field]?.values;
  const isUnknown = text !== '' && text !== 'none' && known?.includes(text) === false;
  return isUnknown || values.includes(text);
}

function conditionText({ distribution, flag, text }: KubeKeyClusterConfig, field: string): string {
  if (field === 'spec.kubernetes.type') return distribution;
  return kubeKeyFields.get(field)?.type === 'boolean' ? String(flag(field)) : text(field);
}

/** Whether a field holds anything but what KubeKey takes without it. */
function isSet({ value }: KubeKeyClusterConfig, field: string): boolean {
  return differs(value(field), kubeKeyFields.get(tablePath(field))?.default, field);
}

function differs(value: unknown, fallback: unknown, field: string): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) {
    return value === false && fallback === true;
  }
  if (value === fallback) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object') return true;
  return Object.entries(value).some(([key, inner]) => {
    const path = `${field}.${key}`;
    return differs(inner, kubeKeyFields.get(tablePath(path))?.default, path);
  });
}
