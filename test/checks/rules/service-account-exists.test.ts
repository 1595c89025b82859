import { serviceAccountExists as check } from '../../../src/checks/rules/service-account-exists';
import { finds, podYaml } from '../finds';

const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: robot }\n---\n';

test('passes an account that is here, and the one that each namespace has', () => {
  expect(finds(check, account + podYaml('serviceAccountName: robot'))).toEqual([]);
  expect(finds(check, podYaml('serviceAccountName: default'))).toEqual([]);
});

test('warns of an account that is not here, with the one that was meant', () => {
  expect(finds(check, account + podYaml('serviceAccountName: robto'))).toEqual([
    'warning Pod/web spec.serviceAccountName: there is no ServiceAccount "robto" among the objects',
  ]);
});

test('follows the subjects of bindings', () => {
  const binding = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: it }
roleRef: { kind: ClusterRole, name: view }
subjects: [{ kind: ServiceAccount, name: robot, namespace: one }, { kind: User, name: jane }]
`;
  expect(finds(check, binding)).toHaveLength(1);
  expect(finds(check, account + binding)).toEqual([]);
});
