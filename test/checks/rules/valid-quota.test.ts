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
