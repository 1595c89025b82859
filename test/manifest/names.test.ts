import {
  annotationKeyProblem,
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelKeyProblem,
  labelValueProblem,
  objectNameProblem,
  portNameProblem,
} from '../../src/manifest/names';

const rules = {
  dnsLabelProblem,
  dns1035LabelProblem,
  dnsSubdomainProblem,
  portNameProblem,
  labelKeyProblem,
  labelValueProblem,
  annotationKeyProblem,
};

test.each([
  ['dnsLabelProblem', ['a', '0', 'web-1', '1web', 'a'.repeat(63)]],
  ['dns1035LabelProblem', ['a', 'web-1', 'a'.repeat(63)]],
  ['dnsSubdomainProblem', ['a', 'a.b', '1.2', 'web-1.example.com', 'a'.repeat(253)]],
  ['portNameProblem', ['http', 'h2', '8a', 'metrics-1', 'a'.repeat(15)]],
  [
    'labelKeyProblem',
    ['app', 'App_1.x', 'example.com/App', `${'a'.repeat(253)}/${'b'.repeat(63)}`],
  ],
  ['labelValueProblem', ['', 'v1.2_3-x', 'A', 'a'.repeat(63)]],
  ['annotationKeyProblem', ['app', 'EXAMPLE.com/App']],
] as const)('%s takes %j', (rule, names) => {
  for (const name of names) expect(rules[rule](name)).toBeUndefined();
});

test.each([
  ['dnsLabelProblem', ['', 'A', 'a.b', '-a', 'a-', 'a_b', 'a b', 'ä', 'a\n', 'a'.repeat(64), 1]],
  ['dns1035LabelProblem', ['', '1web', 'a.b', 'a-', 'a'.repeat(64), undefined]],
  ['dnsSubdomainProblem', ['', '.a', 'a.', 'a..b', 'a.-b', 'A', 'a'.repeat(254), null]],
  ['portNameProblem', ['', '80', 'a--b', '-a', 'a-', 'A', 'a'.repeat(16), 80]],
  ['labelKeyProblem', ['', '/a', 'a/', 'a/b/c', 'A.com/a', '-a', 'a b', 'a'.repeat(64)]],
  ['labelValueProblem', ['-a', 'a-', 'a b', 'a/b', 'a'.repeat(64), 1, true]],
  ['annotationKeyProblem', ['', 'a b', 'a/b/c']],
] as const)('%s refuses %j', (rule, names) => {
  for (const name of names) expect(rules[rule](name as string)).toMatch(/^must /);
});

test('says how long a name may be and how long it is', () => {
  expect(dnsLabelProblem('a'.repeat(70))).toBe('must be at most 63 characters long, not 70');
});

test.each([
  ['v1', 'Service', 'web'],
  ['v1', 'Namespace', '1st'],
  ['v1', 'ConfigMap', 'a.b'],
  ['apps/v1', 'Deployment', 'a'.repeat(253)],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'System:Nodes'],
  ['batch/v1', 'CronJob', 'a'.repeat(52)],
  ['apiregistration.k8s.io/v1', 'APIService', 'v1.apps'],
  ['serving.example.com/v1', 'Service', '1st.web'],
  ['example.com/v1', 'Widget', 'a.b'],
])('a %s %s may be named %s', (apiVersion, kind, name) => {
  expect(objectNameProblem(apiVersion, kind, name)).toBeUndefined();
});

test.each([
  ['v1', 'Service', '1st'],
  ['v1', 'Service', 'a.b'],
  ['v1', 'Namespace', 'a.b'],
  ['v1', 'ConfigMap', 'a_b'],
  ['apps/v1', 'Deployment', 'a'.repeat(254)],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'a/b'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', '..'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', ''],
  ['batch/v1', 'CronJob', 'a'.repeat(53)],
  ['batch/v1', 'Job', 'a'.repeat(64)],
])('a %s %s may not be named %s', (apiVersion, kind, name) => {
  expect(objectNameProblem(apiVersion, kind, name)).toMatch(/^must /);
});
