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

test('reports an account that is only in another namespace', () => {
  const elsewhere = account.replace('robot', 'robot, namespace: tools');
  const pod = podYaml('serviceAccountName: robot').replace(
    'name: web',
    'name: web, namespace: shop',
  );
  expect(finds(check, elsewhere + pod)).toEqual([
    'error Pod/web spec.serviceAccountName: there is no ServiceAccount "robot" among the objects in the namespace shop, only in the namespace tools',
  ]);
});
