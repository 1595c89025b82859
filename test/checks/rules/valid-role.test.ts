import { validRole as check } from '../../../src/checks/rules/valid-role';
import { finds } from '../finds';

const role = (kind: string, rule: string): string[] =>
  finds(
    check,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: it }
rules: [{ ${rule} }]
`,
  );

test('passes rules of resources with their groups, and of paths without', () => {
  expect(role('Role', 'apiGroups: [""], resources: [pods], verbs: [get]')).toEqual([]);
  expect(role('ClusterRole', 'nonResourceURLs: [/healthz], verbs: [get]')).toEqual([]);
});

test.each(['', 'apiGroups: [], '])('reports resources without a group: %j', (groups) => {
  expect(role('ClusterRole', `${groups}resources: [pods], verbs: [get]`)).toEqual([
    'error ClusterRole/it rules[0].apiGroups: the rule names resources without their API groups',
  ]);
});
