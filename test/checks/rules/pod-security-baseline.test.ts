import { podSecurityBaseline as check } from '../../../src/checks/rules/pod-security-baseline';
import { finds, podYaml } from '../finds';

const fieldsAt = (version: string, spec: string, container = ''): string[] =>
  finds(check, podYaml(spec, container), { kubernetesVersion: version }).map(
    (line) => line.split(' ')[2] ?? '',
  );
const security = (text: string): string => `securityContext: { ${text} }`;

test('passes a pod that asks for nothing', () => {
  expect(fieldsAt('1.30', '')).toEqual([]);
});

test.each([
  ['hostPID: true', '', 'spec.hostPID:'],
  ['volumes: [{ name: a, hostPath: { path: /a } }]', '', 'spec.volumes[0].hostPath:'],
  ['', 'ports: [{ containerPort: 80, hostPort: 80 }]', 'spec.containers[0].ports[0].hostPort:'],
  ['', security('privileged: true'), 'spec.containers[0].securityContext.privileged:'],
  [
    '',
    security('capabilities: { add: [CHOWN, NET_RAW] }'),
    'spec.containers[0].securityContext.capabilities.add[1]:',
  ],
  ['', security('procMount: Unmasked'), 'spec.containers[0].securityContext.procMount:'],
  [
    security('seccompProfile: { type: Unconfined }'),
    '',
    'spec.securityContext.seccompProfile.type:',
  ],
  [
    security('appArmorProfile: { type: Unconfined }'),
    '',
    'spec.securityContext.appArmorProfile.type:',
  ],
  [security('seLinuxOptions: { user: a }'), '', 'spec.securityContext.seLinuxOptions.user:'],
  [security('seLinuxOptions: { type: spc_t }'), '', 'spec.securityContext.seLinuxOptions.type:'],
  [
    security('windowsOptions: { hostProcess: true }'),
    '',
    'spec.securityContext.windowsOptions.hostProcess:',
  ],
  [
    security('sysctls: [{ name: kernel.msgmax, value: "1" }]'),
    '',
    'spec.securityContext.sysctls[0].name:',
  ],
])('reports %s %s', (spec, container, field) => {
  expect(fieldsAt('1.30', spec, container)).toEqual([field]);
});

test('goes by the version: sysctls, SELinux types, hosts of probes, user namespaces', () => {
  const sysctl = security('sysctls: [{ name: net.ipv4.tcp_rmem, value: "1" }]');
  expect([fieldsAt('1.31', sysctl).length, fieldsAt('1.32', sysctl).length]).toEqual([1, 0]);
  const type = security('seLinuxOptions: { type: container_engine_t }');
  expect([fieldsAt('1.30', type).length, fieldsAt('1.31', type).length]).toEqual([1, 0]);
  const probe = 'livenessProbe: { httpGet: { port: 80, host: 192.0.2.1 } }';
  expect([fieldsAt('1.33', '', probe).length, fieldsAt('1.34', '', probe).length]).toEqual([0, 1]);
  const mount = security('procMount: Unmasked');
  expect(fieldsAt('1.34', 'hostUsers: false', mount)).toHaveLength(1);
  expect(fieldsAt('1.35', 'hostUsers: false', mount)).toEqual([]);
});

test('passes pods of a Namespace that is labelled privileged', () => {
  const yaml = `
apiVersion: v1
kind: Namespace
metadata: { name: agents, labels: { pod-security.kubernetes.io/enforce: privileged } }
---${podYaml('hostPID: true').replace('name: web,', 'name: web, namespace: agents,')}`;
  expect(finds(check, yaml)).toEqual([]);
});

test('leaves what a Namespace enforces to the check of what it admits', () => {
  const yaml = `
apiVersion: v1
kind: Namespace
metadata: { name: agents, labels: { pod-security.kubernetes.io/enforce: restricted } }
---${podYaml('hostPID: true').replace('name: web,', 'name: web, namespace: agents,')}`;
  expect(finds(check, yaml)).toEqual([]);
});
