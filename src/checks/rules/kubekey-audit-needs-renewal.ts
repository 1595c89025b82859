import type { Check } from '../check';
import { onEachClusterForKk3 } from '../kubekey-clusters';

const field = 'spec.kubernetes.audit.enabled';

/** audit.enabled says the same as autoRenewCerts, which KubeKey reads in its place. */
export const kubekeyAuditNeedsRenewal: Check = {
  id: 'kubekey-audit-needs-renewal',
  summary: 'Where audit.enabled is written, autoRenewCerts has the same value.',
  why: 'By a mistake in KubeKey, whether auditing is on is read from autoRenewCerts as soon as audit.enabled is written. Without autoRenewCerts KubeKey panics while it generates the configuration of kubeadm.',
  fix: 'Set autoRenewCerts to true to audit, or remove audit.',
  severity: 'error',
  example: {
    wrong: `spec:
  kubernetes:
    autoRenewCerts: false
    audit:
      enabled: true
`,
    right: `spec:
  kubernetes:
    autoRenewCerts: true
    audit:
      enabled: true
`,
  },
  run: onEachClusterForKk3(function* ({ cluster: { flag, has, value, unreadable }, report }) {
    const renew = 'spec.kubernetes.autoRenewCerts';
    if (typeof value(field) !== 'boolean' || unreadable.has(renew)) return;
    if (!has(renew)) {
      yield report(
        field,
        'is written without autoRenewCerts; KubeKey panics while it generates the configuration of kubeadm',
      );
    } else if (flag(field) !== flag(renew)) {
      yield report(
        field,
        `is ${String(flag(field))}, but autoRenewCerts ${String(flag(renew))}; KubeKey reads the latter and turns auditing ${flag(renew) ? 'on' : 'off'}`,
      );
    }
  }),
};
