import { validSecurityContext as check } from '../../../src/checks/rules/valid-security-context';
import { finds, podYaml } from '../finds';

const context = (own: string, common = ''): string[] =>
  finds(
    check,
    podYaml(common === '' ? '' : `securityContext: { ${common} }`, `securityContext: { ${own} }`),
  );
const field = 'error Pod/web spec.containers[0].securityContext';

test('passes settings that fit together', () => {
  expect(context('runAsUser: 0')).toEqual([]);
  expect(context('runAsUser: 1000', 'runAsNonRoot: true, runAsUser: 0')).toEqual([]);
  expect(context('privileged: true')).toEqual([]);
  expect(context('allowPrivilegeEscalation: false, capabilities: { add: [NET_ADMIN] }')).toEqual(
    [],
  );
});

test.each([
  ['runAsUser: -1', 'runAsUser: must be within 0-2147483647, got -1'],
  [
    'runAsNonRoot: true, runAsUser: 0',
    'runAsUser: the container must not run as root (runAsNonRoot), and runs as the user 0',
  ],
  [
    'privileged: true, allowPrivilegeEscalation: false',
    'allowPrivilegeEscalation: must not be false beside privileged: true',
  ],
  [
    'capabilities: { add: [CAP_SYS_ADMIN] }, allowPrivilegeEscalation: false',
    'allowPrivilegeEscalation: must not be false beside the capability CAP_SYS_ADMIN',
  ],
])('reports settings that contradict each other: %s', (own, found) => {
  expect(context(own)).toEqual([`${field}.${found}`]);
});

test('takes what the pod says for all of its containers', () => {
  expect(context('runAsUser: 0', 'runAsNonRoot: true')).toHaveLength(1);
  expect(context('', 'fsGroup: -1')).toEqual([
    'error Pod/web spec.securityContext.fsGroup: must be within 0-2147483647, got -1',
  ]);
});

test('wants the file of a profile that is on the node, and of no other', () => {
  expect(context('seccompProfile: { type: Localhost, localhostProfile: a.json }')).toEqual([]);
  expect(context('appArmorProfile: { type: Localhost }')).toEqual([
    `${field}.appArmorProfile.localhostProfile: the type Localhost needs localhostProfile`,
  ]);
  expect(context('seccompProfile: { type: RuntimeDefault, localhostProfile: a.json }')).toEqual([
    `${field}.seccompProfile.localhostProfile: localhostProfile is only for the type Localhost, got RuntimeDefault`,
  ]);
});
