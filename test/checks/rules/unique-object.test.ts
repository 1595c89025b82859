import type { CheckedObject } from '../../../src/checks/check';
import { uniqueObject } from '../../../src/checks/rules/unique-object';
import { runChecks } from '../../../src/checks/run-checks';
import type { Manifest } from '../../../src/manifest/manifest';

function find(...manifests: Manifest[]): string[] {
  const objects: CheckedObject[] = manifests.map((manifest, index) => ({
    manifest,
    origin: () => ({ file: 'ng.yaml', line: index + 1, column: 1 }),
  }));
  return runChecks([uniqueObject], { objects, kubernetesVersion: '1.26' }).map(
    ({ problem }) => problem,
  );
}

const object = (apiVersion: string, kind: string, name: string, namespace?: string): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace !== undefined && { namespace }) },
});

test('passes objects that differ in group, kind, namespace or name', () => {
  expect(
    find(
      object('v1', 'Service', 'web'),
      object('v1', 'ConfigMap', 'web'),
      object('v1', 'Service', 'web', 'shop'),
      object('serving.knative.dev/v1', 'Service', 'web'),
      object('v1', 'Service', 'api'),
    ),
  ).toEqual([]);
});

test('reports the second of two, also in another version of the group', () => {
  expect(
    find(object('apps/v1', 'Deployment', 'web'), object('apps/v1beta1', 'Deployment', 'web')),
  ).toEqual(['Deployment web is already written by ng.yaml:1']);
});

test('passes objects without a name: they are no object yet', () => {
  expect(find({ apiVersion: 'v1', kind: 'Pod' }, { apiVersion: 'v1', kind: 'Pod' })).toEqual([]);
});
