import { kubekeyAuditNeedsRenewal } from '../../../src/checks/rules/kubekey-audit-needs-renewal';
import { cluster, linesOf } from '../kubekey-input';

test('reports auditing without autoRenewCerts, even where it is off', () => {
  expect(
    linesOf(
      kubekeyAuditNeedsRenewal,
      cluster('spec: {kubernetes: {autoRenewCerts: null, audit: {enabled: false}}}'),
    ),
  ).toEqual([
    'error spec.kubernetes.audit.enabled: is written without autoRenewCerts; KubeKey panics while it generates the configuration of kubeadm. Set autoRenewCerts to true to audit, or remove audit.',
  ]);
});

test('reports auditing that KubeKey turns off', () => {
  expect(
    linesOf(
      kubekeyAuditNeedsRenewal,
      cluster('spec: {kubernetes: {autoRenewCerts: false, audit: {enabled: true}}}'),
    ),
  ).toEqual([
    'error spec.kubernetes.audit.enabled: is true, but autoRenewCerts false; KubeKey reads the latter and turns auditing off. Set autoRenewCerts to true to audit, or remove audit.',
  ]);
});

test('reports auditing that KubeKey turns on', () => {
  expect(
    linesOf(kubekeyAuditNeedsRenewal, cluster('spec: {kubernetes: {audit: {enabled: false}}}')),
  ).toEqual([
    'error spec.kubernetes.audit.enabled: is false, but autoRenewCerts true; KubeKey reads the latter and turns auditing on. Set autoRenewCerts to true to audit, or remove audit.',
  ]);
});

test.each([
  ['auditing together with autoRenewCerts', 'spec: {kubernetes: {audit: {enabled: true}}}'],
  ['no auditing at all', 'spec: {kubernetes: {autoRenewCerts: null}}'],
])('says nothing of %s', (_what, change) => {
  expect(linesOf(kubekeyAuditNeedsRenewal, cluster(change))).toEqual([]);
});
