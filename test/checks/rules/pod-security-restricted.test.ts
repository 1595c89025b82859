import { podSecurityRestricted as check } from '../../../src/checks/rules/pod-security-restricted';
import { finds, podYaml } from '../finds';

const fieldsAt = (version: string, spec: string, container = ''): string[] =>
  finds(check, podYaml(spec, container), { kubernetesVersion: version }).map(
    (line) => line.split(' ')[2] ?? '',
  );
const pod = 'securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }';
const container = 'allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }';

test('passes a pod that gives everything up', () => {
  expect(fieldsAt('1.30', pod, `securityContext: { ${container} }`)).toEqual([]);
});

test('reports every control of a pod that says nothing', () => {
  const at = 'spec.containers[0].securityContext';
  expect(fieldsAt('1.30', '')).toEqual([
    `${at}.allowPrivilegeEscalation:`,
    `${at}.runAsNonRoot:`,
    `${at}.seccompProfile.type:`,
    `${at}.capabilities.drop:`,
  ]);
});

test('reports root, capabilities and kinds of volumes', () => {
  const field = 'spec.containers[0].securityContext';
  expect(fieldsAt('1.30', pod, `securityContext: { ${container}, runAsUser: 0 }`)).toEqual([
    `${field}.runAsUser:`,
  ]);
  expect(
    fieldsAt(
      '1.30',
      pod,
      'securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL], add: [NET_BIND_SERVICE, CHOWN] } }',
    ),
  ).toEqual([`${field}.capabilities.add[1]:`]);
  expect(
    fieldsAt(
      '1.30',
      `volumes: [{ name: a, nfs: { server: a, path: / } }, { name: b, emptyDir: {} }], ${pod}`,
      `securityContext: { ${container} }`,
    ),
  ).toEqual(['spec.volumes[0].nfs:']);
});

test('goes by the version: capabilities from 1.22, Windows from 1.25, user namespaces from 1.35', () => {
  expect([fieldsAt('1.21', '').length, fieldsAt('1.22', '').length]).toEqual([3, 4]);
  const windows = 'os: { name: windows }';
  expect([fieldsAt('1.24', windows).length, fieldsAt('1.25', windows).length]).toEqual([4, 1]);
  const users = 'hostUsers: false';
  expect([fieldsAt('1.34', users).length, fieldsAt('1.35', users).length]).toEqual([4, 3]);
});

test('passes pods of a Namespace that has chosen baseline, and no higher level to warn of', () => {
  const namespaced = (labels: string): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { ${labels} } }
---${podYaml().replace('name: web,', 'name: web, namespace: shop,')}`;
  const enforce = 'pod-security.kubernetes.io/enforce: baseline';
  expect(finds(check, namespaced(enforce))).toEqual([]);
  const warn = 'pod-security.kubernetes.io/warn: restricted';
  expect(finds(check, namespaced(`${enforce}, ${warn}`))).toHaveLength(4);
});

test('leaves what a Namespace enforces in its present form to the check of what it admits', () => {
  const enforced = (version: string): string => `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/enforce-version: ${version} }
---${podYaml().replace('name: web,', 'name: web, namespace: shop,')}`;
  expect(finds(check, enforced('latest'))).toEqual([]);
  const off = ['namespace-admits-pods'];
  expect(finds(check, enforced('latest'), { off })).toHaveLength(4);
  expect(finds(check, enforced('v1.21'))).toHaveLength(4);
  expect(finds(check, enforced('latest'), { kubernetesVersion: '1.22' })).toHaveLength(4);
});
