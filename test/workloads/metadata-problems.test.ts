import { Lazy } from 'cdk8s';
import {
  annotationProblems,
  labelProblems,
  metadataProblems,
  type SaidMetadata,
} from '../../src/workloads/metadata-problems';

const lazy: unknown = Lazy.any({ produce: () => 'x' });

function problems(metadata: SaidMetadata, apiVersion = 'v1', kind = 'ConfigMap'): string[] {
  return metadataProblems('ng/web', apiVersion, kind, metadata).map(({ problem }) => problem);
}

test('says nothing of what Kubernetes takes, or of what is known only at synth', () => {
  expect(problems({ name: 'web', namespace: 'shop', labels: { a: '' } })).toEqual([]);
  expect(
    problems({ name: lazy, namespace: lazy, labels: { a: lazy }, annotations: { a: lazy } }),
  ).toEqual([]);
  expect(problems({ name: 'web', labels: { a: undefined }, annotations: { a: null } })).toEqual([]);
});

test('judges a name by the rule of its kind', () => {
  expect(problems({ name: 'a.b' })).toEqual([]);
  expect(problems({ name: 'a.b' }, 'v1', 'Service')).toHaveLength(1);
  expect(problems({ name: 'a:b' }, 'rbac.authorization.k8s.io/v1', 'Role')).toEqual([]);
});

test.each([
  ['My_App', '"my-app"'],
  ['1st app', '"st-app"'],
  ['--', '"my-app"'],
  [12, '"my-app"'],
  ['A'.repeat(300), `"${'a'.repeat(52)}"`],
])('proposes for the name %j a name that every kind takes', (name, proposed) => {
  const [problem] = metadataProblems('ng/web', 'v1', 'Service', { name });
  expect(problem?.fix).toContain(`such as ${proposed};`);
});

test('refuses a namespace for what belongs to the whole cluster', () => {
  expect(problems({ name: 'a', namespace: 'b' }, 'v1', 'Namespace')).toEqual([
    'namespace must be left out for a Namespace, which belongs to the whole cluster, got "b"',
  ]);
});

test('reports the keys and the values of labels, by the name that the author knows', () => {
  const found = labelProblems('ng/web', 'podLabels', { 'a b': 'x', ok: 'no good', n: 1 });
  expect(found.map(({ problem }) => problem.split(' must ')[0])).toEqual([
    'a key of podLabels',
    'podLabels[ok]',
    'podLabels[n]',
  ]);
  expect(found.at(-1)?.fix).toBe('Put the value in quotes.');
});

test('reports the keys of annotations, and values that are no text', () => {
  const found = annotationProblems('ng/web', 'annotations', {
    'a b': 'x',
    any: 'no good?',
    n: true,
  });
  expect(found.map(({ problem }) => problem.split(' must ')[0])).toEqual([
    'a key of annotations',
    'annotations[n]',
  ]);
});
