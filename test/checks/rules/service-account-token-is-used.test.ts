import { serviceAccountTokenIsUsed as check } from '../../../src/checks/rules/service-account-token-is-used';
import { finds, podYaml } from '../finds';

const account = (more = ''): string => `
apiVersion: v1
kind: ServiceAccount
metadata: { name: web }
${more}
---`;
const binding = `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: it }
subjects: [{ kind: ServiceAccount, name: web }]
---`;

test('warns of a token of an account without rights', () => {
  expect(finds(check, podYaml())).toEqual([
    'warning Pod/web spec.automountServiceAccountToken: the pod gets a token of the ServiceAccount default, which no binding here gives any right',
  ]);
  expect(finds(check, podYaml('serviceAccountName: web') + account())).toHaveLength(1);
});

test('passes a pod that gets none, by itself or by its account', () => {
  expect(finds(check, podYaml('automountServiceAccountToken: false'))).toEqual([]);
  const off = account('automountServiceAccountToken: false');
  expect(finds(check, podYaml('serviceAccountName: web') + off)).toEqual([]);
  const on = podYaml('serviceAccountName: web, automountServiceAccountToken: true');
  expect(finds(check, on + off)).toHaveLength(1);
});

test('passes an account with rights, and one that is written elsewhere', () => {
  expect(finds(check, podYaml('serviceAccountName: web') + account() + binding)).toEqual([]);
  expect(finds(check, podYaml('serviceAccountName: operator'))).toEqual([]);
});
