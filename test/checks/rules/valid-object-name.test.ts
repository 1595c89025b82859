import { validObjectName as check } from '../../../src/checks/rules/valid-object-name';
import { finds } from '../finds';

const say = (
  apiVersion: string,
  kind: string,
  metadata: string,
  kubernetesVersion = '1.30',
): string[] =>
  finds(check, `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { ${metadata} }`, {
    kubernetesVersion,
  });

test('passes names by the rule of their kind', () => {
  expect(say('apps/v1', 'Deployment', 'name: web.v1')).toEqual([]);
  expect(say('rbac.authorization.k8s.io/v1', 'ClusterRole', 'name: "system:Node"')).toEqual([]);
  expect(say('batch/v1', 'Job', 'generateName: a-')).toEqual([]);
  expect(say('example.com/v1', 'Widget', 'name: Any_Name')).toEqual([]);
});

test('reports names that the kind does not take, and none at all', () => {
  expect(say('apps/v1', 'Deployment', 'name: Web')[0]).toMatch(/got "Web"$/);
  expect(say('v1', 'Service', 'name: web.v1')).toHaveLength(1);
  expect(say('v1', 'Pod', 'labels: {}')).toEqual([
    'error Pod/ metadata.name: the object has no name',
  ]);
  expect(say('v1', 'Pod', 'name: a, namespace: a.b')).toHaveLength(1);
});

test('takes a Service that begins with a digit from 1.36 on', () => {
  expect(say('v1', 'Service', 'name: 1st', '1.35')).toHaveLength(1);
  expect(say('v1', 'Service', 'name: 1st', '1.36')).toEqual([]);
});

test('looks at the beginning of a name that the server ends', () => {
  expect(say('batch/v1', 'Job', 'generateName: once-')).toEqual([]);
  expect(say('batch/v1', 'Job', `generateName: ${'a'.repeat(70)}-`)).toEqual([]);
  expect(say('rbac.authorization.k8s.io/v1', 'ClusterRole', 'generateName: "system:a-"')).toEqual(
    [],
  );
  expect(say('batch/v1', 'Job', 'generateName: Once_')[0]).toContain('metadata.generateName: must');
});
