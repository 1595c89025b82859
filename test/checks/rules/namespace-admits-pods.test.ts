import { namespaceAdmitsPods as check } from '../../../src/checks/rules/namespace-admits-pods';
import { finds, podYaml } from '../finds';

const say = (labels: string, spec: string, kubernetesVersion = '1.30'): string[] =>
  finds(
    check,
    `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { ${labels} } }
---${podYaml(spec).replace('name: web,', 'name: web, namespace: shop,')}`,
    { kubernetesVersion },
  );
const enforce = (level: string): string => `pod-security.kubernetes.io/enforce: ${level}`;

test('reports what the Namespace refuses, as an error', () => {
  expect(say(enforce('baseline'), 'hostPID: true')).toEqual([
    'error Pod/web spec.hostPID: Namespace shop enforces baseline: Host Namespaces: hostPID is true',
  ]);
  expect(say(enforce('restricted'), '')).toHaveLength(4);
});

test('passes what it lets in, what it only warns of, and a Namespace that says nothing', () => {
  expect(say(enforce('baseline'), '')).toEqual([]);
  expect(say(enforce('privileged'), 'hostPID: true')).toEqual([]);
  expect(say('pod-security.kubernetes.io/warn: restricted', 'hostPID: true')).toEqual([]);
  expect(finds(check, podYaml('hostPID: true'))).toEqual([]);
});

test('goes by the version that the Namespace pins, and by that of the cluster', () => {
  const sysctl = 'securityContext: { sysctls: [{ name: net.ipv4.tcp_rmem, value: "1" }] }';
  expect(say(enforce('baseline'), sysctl, '1.32')).toEqual([]);
  const pinned = `${enforce('baseline')}, pod-security.kubernetes.io/enforce-version: v1.31`;
  expect(say(pinned, sysctl, '1.32')).toHaveLength(1);
  expect(say(enforce('baseline'), 'hostPID: true', '1.22')).toEqual([]);
});
