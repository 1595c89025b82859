import { servedApiVersion } from '../../../src/checks/rules/served-api-version';
import { runChecks } from '../../../src/checks/run-checks';
import { finds, inputOf } from '../finds';

const object = (apiVersion: string, kind: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n`;
const say = (apiVersion: string, kind: string, kubernetesVersion: string): string[] =>
  runChecks([servedApiVersion], inputOf(object(apiVersion, kind), { kubernetesVersion })).map(
    ({ severity, problem, fix }) => `${severity} ${problem}. ${fix}`,
  );

test('passes what the version serves', () => {
  expect(say('apps/v1', 'Deployment', '1.19')).toEqual([]);
  expect(say('batch/v1', 'CronJob', '1.36')).toEqual([]);
});

test('reports a version that is gone, with its successor', () => {
  expect(say('extensions/v1beta1', 'Ingress', '1.26')).toEqual([
    'error extensions/v1beta1 Ingress is not served by Kubernetes 1.26: it was removed in 1.22. Write apiVersion: networking.k8s.io/v1; its fields may differ.',
  ]);
  expect(say('apps/v1beta1', 'Deployment', '1.26')[0]).toContain('removed in 1.16');
  expect(say('policy/v1beta1', 'PodSecurityPolicy', '1.25')[0]).toContain('nothing replaced it');
});

test('tells since when the successor is served', () => {
  expect(say('batch/v1beta1', 'CronJob', '1.25')[0]).toContain(
    'its successor is served since 1.21',
  );
});

test('reports a version that came later, with the one to use until then', () => {
  expect(say('autoscaling/v2', 'HorizontalPodAutoscaler', '1.22')).toEqual([
    'error autoscaling/v2 HorizontalPodAutoscaler is not served by Kubernetes 1.22: it came with 1.23. Write apiVersion: autoscaling/v1; its fields may differ.',
  ]);
});

test('reports a kind in a version that never had it', () => {
  expect(say('v1', 'Deployment', '1.30')).toEqual([
    'error Kubernetes has no kind Deployment in apiVersion "v1". Write apiVersion: apps/v1.',
  ]);
  expect(say('apps/v1', 'Deploymnet', '1.30')).toEqual([
    'error Kubernetes has no kind "Deploymnet" in apiVersion "apps/v1". Write kind: Deployment.',
  ]);
  expect(say('app/v1', 'Deployment', '1.30')[0]).toContain('Write apiVersion: apps/v1.');
  expect(say('v2', 'Widget', '1.30')).toHaveLength(1);
});

test('warns of a version that is off by default', () => {
  expect(say('resource.k8s.io/v1alpha3', 'DeviceClass', '1.31')[0]).toMatch(
    /^warning .*runtime-config/,
  );
});

test('passes kinds of other groups, lists and what a definition among the objects serves', () => {
  expect(say('kubekey.kubesphere.io/v1alpha2', 'Cluster', '1.30')).toEqual([]);
  expect(finds(servedApiVersion, 'apiVersion: v1\nkind: List\nitems: []')).toEqual([]);
  const definition = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  names: { kind: Widget }
  versions: [{ name: v1, served: true }, { name: v1alpha1, served: false }]
---
`;
  expect(finds(servedApiVersion, definition + object('example.com/v1', 'Widget'))).toEqual([]);
  expect(finds(servedApiVersion, definition + object('example.com/v1alpha1', 'Widget'))).toEqual([
    'error Widget/a apiVersion: the CustomResourceDefinition of Widget serves example.com/v1, got "example.com/v1alpha1"',
  ]);
});

test('knows its own groups in capitals', () => {
  expect(say('RBAC.authorization.k8s.io/v1', 'Role', '1.30')).toHaveLength(1);
  expect(say('Example.com/v1', 'Role', '1.30')).toEqual([]);
});
