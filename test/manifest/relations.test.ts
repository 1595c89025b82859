import { podTemplatesOf } from '../../src/manifest/relations';

const spec = { containers: [{ name: 'web', image: 'nginx' }], initContainers: [{ name: 'init' }] };
const template = { metadata: { labels: { app: 'web', broken: {}, tier: 1 } }, spec };

test.each([
  ['apps/v1', 'Deployment', { spec: { template } }, 'spec.template.spec'],
  ['batch/v1', 'Job', { spec: { template } }, 'spec.template.spec'],
  [
    'batch/v1beta1',
    'CronJob',
    { spec: { jobTemplate: { spec: { template } } } },
    'spec.jobTemplate.spec.template.spec',
  ],
  ['v1', 'PodTemplate', { template }, 'template.spec'],
  ['v1', 'Pod', template, 'spec'],
])('finds the pod of %s %s', (apiVersion, kind, rest, specField) => {
  const [pod] = podTemplatesOf({ apiVersion, kind, ...rest });
  expect(pod).toMatchObject({ specField, spec, labels: { app: 'web', tier: '1' } });
  expect(pod?.labels).not.toHaveProperty('broken');
});

test('finds no pod in other kinds, nor where the template is missing or no mapping', () => {
  expect(podTemplatesOf({ apiVersion: 'v1', kind: 'Service', spec: { template } })).toEqual([]);
  expect(podTemplatesOf({ apiVersion: 'example.com/v1', kind: 'Deployment' })).toEqual([]);
  expect(podTemplatesOf({ apiVersion: 'apps/v1', kind: 'Deployment', spec: 'x' })).toEqual([]);
});

test('lists the containers of a pod with their fields, init containers first', () => {
  const [pod] = podTemplatesOf({ apiVersion: 'v1', kind: 'Pod', ...template });
  expect(pod!.containers.map(({ name, field }) => [name, field])).toEqual([
    ['init', 'spec.initContainers[0]'],
    ['web', 'spec.containers[0]'],
  ]);
});
