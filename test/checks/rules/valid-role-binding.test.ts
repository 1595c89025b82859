import { validRoleBinding as check } from '../../../src/checks/rules/valid-role-binding';
import { finds } from '../finds';

const binding = (kind: string, role: string, subject: string): string[] =>
  finds(
    check,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: it }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${role}, name: a }
subjects: [{ ${subject} }]
`,
  );

test('passes sound bindings', () => {
  expect(binding('RoleBinding', 'ClusterRole', 'kind: User, name: a')).toEqual([]);
  expect(
    binding('ClusterRoleBinding', 'ClusterRole', 'kind: ServiceAccount, name: a, namespace: b'),
  ).toEqual([]);
});

test('takes the namespace of a RoleBinding for a ServiceAccount without one', () => {
  expect(binding('RoleBinding', 'Role', 'kind: ServiceAccount, name: a')).toEqual([]);
});

test('reports a role that cannot be bound, and a ServiceAccount without namespace or with a group', () => {
  expect(binding('ClusterRoleBinding', 'Role', 'kind: User, name: a')).toEqual([
    'error ClusterRoleBinding/it roleRef.kind: a ClusterRoleBinding cannot bind a Role',
  ]);
  expect(binding('ClusterRoleBinding', 'ClusterRole', 'kind: ServiceAccount, name: a')).toEqual([
    'error ClusterRoleBinding/it subjects[0].namespace: the ServiceAccount has no namespace',
  ]);
  expect(
    binding('RoleBinding', 'Role', 'kind: ServiceAccount, name: a, namespace: b, apiGroup: c'),
  ).toHaveLength(1);
});

test('leaves a kind that no binding knows to the check that says so', () => {
  const yaml = `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: it }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: role, name: a }\n`;
  expect(finds(check, yaml)).toEqual([]);
});

test('reports a ServiceAccount whose name none can have', () => {
  expect(
    binding('RoleBinding', 'Role', 'kind: ServiceAccount, name: "system:web", namespace: b'),
  ).toEqual([expect.stringContaining('subjects[0].name: must hold only')]);
  expect(binding('RoleBinding', 'Role', 'kind: User, name: "System:Web"')).toEqual([]);
});
