import { validQuota as check } from '../../../src/checks/rules/valid-quota';
import { finds } from '../finds';

const quota = (hard: string): string[] =>
  finds(
    check,
    `apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: it }\nspec: { hard: { ${hard} } }`,
  );
const limits = (limit: string): string[] =>
  finds(
    check,
    `apiVersion: v1\nkind: LimitRange\nmetadata: { name: it }\nspec: { limits: [{ ${limit} }] }`,
  );

test('passes what quotas count', () => {
  expect(
    quota(
      'requests.cpu: 1, limits.memory: 1Gi, pods: 10, count/jobs.batch: 1, requests.nvidia.com/gpu: 1, requests.hugepages-2Mi: 1Gi, gold.storageclass.storage.k8s.io/requests.storage: 1Gi',
    ),
  ).toEqual([]);
});

test('reports a name that no quota counts', () => {
  expect(quota('request.cpu: 1')).toEqual([
    'error ResourceQuota/it spec.hard["request.cpu"]: "request.cpu" is nothing that a quota can bound',
  ]);
});

test('passes limits in order', () => {
  expect(
    limits(
      'type: Container, min: { cpu: 100m }, defaultRequest: { cpu: 0.2 }, default: { cpu: 1 }, max: { cpu: 1 }',
    ),
  ).toEqual([]);
});

test('reports limits out of order once, and an unknown type', () => {
  expect(limits('type: Container, min: { cpu: 2 }, default: { cpu: 1 }, max: { cpu: 1 }')).toEqual([
    'error LimitRange/it spec.limits[0].min.cpu: must not be above max (1), got 2',
  ]);
  expect(limits('type: Container, default: { cpu: 1 }, defaultRequest: { cpu: 2 }')).toHaveLength(
    1,
  );
  expect(limits('type: container')).toEqual([
    'error LimitRange/it spec.limits[0].type: must be one of Container, PersistentVolumeClaim, Pod, got "container"',
  ]);
});

test.each([
  ['type: Container, max: { cpus: 1 }', 'max.cpus: "cpus" is no resource of Kubernetes'],
  ['type: Pod, default: { cpu: 1 }', 'default: default is not for the type Pod'],
  ['type: PersistentVolumeClaim', 'the limits of claims have neither min nor max'],
  [
    'type: Pod, max: { cpu: 1 } }, { type: Pod, min: { cpu: 1 }',
    'there is an item for Pod already',
  ],
])('reports a limit that cannot be: %s', (limit, found) => {
  const all = limits(limit);
  expect(all).toHaveLength(1);
  expect(all[0]).toContain(found);
});

test('takes parts of amounts, and no parts of what is counted', () => {
  expect(
    quota(
      'limits.cpu: 500m, requests.storage: 1.5Gi, hugepages-2Mi: 1, requests.nvidia.com/gpu: 500m',
    ),
  ).toEqual([]);
  expect(quota('pods: 1.5')).toEqual([
    'error ResourceQuota/it spec.hard.pods: must be a whole number, got 1.5',
  ]);
  expect(quota('count/jobs.batch: 500m')).toHaveLength(1);
});
