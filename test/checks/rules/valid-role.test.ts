import { validRole as check } from '../../../src/checks/rules/valid-role';
import { runChecks } from '../../../src/checks/run-checks';
import { finds, inputOf } from '../finds';

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

test.each([
  [
    'Role',
    'apiGroups: [""], verbs: [get]',
    'resources: the rule names API groups without resources',
  ],
  [
    'Role',
    'nonResourceURLs: [/healthz], verbs: [get]',
    'nonResourceURLs: a Role cannot allow paths of the API server',
  ],
  [
    'ClusterRole',
    'nonResourceURLs: [/healthz], apiGroups: [""], resources: [pods], verbs: [get]',
    'nonResourceURLs: a rule is for resources or for paths, and this one has both',
  ],
])('reports a rule that is not whole: %s with %s', (kind, rule, found) => {
  expect(role(kind, rule)).toEqual([`error ${kind}/it rules[0].${found}`]);
});

test('leaves what is misspelt to the check that says so', () => {
  expect(role('Role', 'apiGroups: [""], resource: [pods], verbs: [get]')).toEqual([]);
  expect(role('Role', 'apiGroup: [""], resources: [pods], verbs: [get]')).toEqual([]);
});

test('reports a rule that allows nothing', () => {
  expect(role('ClusterRole', 'verbs: [get]')).toEqual([
    'error ClusterRole/it rules[0].resources: the rule says nothing of what it allows',
  ]);
});

test.each([
  ['lst', 'list'],
  ['Get', 'get'],
  ['reads', 'get, list and watch'],
  ['write', 'create, update and patch'],
])('warns of the verb %s, which the API server does not know', (verb, meant) => {
  const yaml = `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: it }\nrules: [{ apiGroups: [""], resources: [pods], verbs: [${verb}] }]\n`;
  expect(runChecks([check], inputOf(yaml))).toMatchObject([
    { severity: 'warning', field: 'rules[0].verbs[0]', fix: `Write ${meant} if you mean that.` },
  ]);
});

test('leaves verbs alone that an extension of the API may have', () => {
  expect(role('Role', 'apiGroups: [example.com], resources: [widgets], verbs: [assemble]')).toEqual(
    [],
  );
});
