import { roleExists as check } from '../../../src/checks/rules/role-exists';
import { finds } from '../finds';

const group = 'rbac.authorization.k8s.io';
const role = `apiVersion: ${group}/v1\nkind: Role\nmetadata: { name: reader }\n---\n`;
const binding = (kind: string, name: string): string =>
  `apiVersion: ${group}/v1\nkind: RoleBinding\nmetadata: { name: it }\nroleRef: { kind: ${kind}, name: ${name} }\n`;

test('passes a role that is here or that Kubernetes brings along', () => {
  expect(finds(check, role + binding('Role', 'reader'))).toEqual([]);
  expect(
    finds(
      check,
      binding('ClusterRole', 'view') + '---\n' + binding('ClusterRole', '"system:node"'),
    ),
  ).toEqual([]);
});

test('warns of a role that is not here', () => {
  expect(finds(check, role + binding('ClusterRole', 'reader'))).toEqual([
    'warning RoleBinding/it roleRef.name: there is no ClusterRole "reader" among the objects',
  ]);
});
