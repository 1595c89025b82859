import { autoscaledPodsHaveRequests as check } from '../../../src/checks/rules/autoscaled-pods-have-requests';
import { finds } from '../finds';

const say = (spec: string, containers: string): string[] =>
  finds(
    check,
    `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: it }
spec: { maxReplicas: 9, ${spec}, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { template: { spec: { containers: [${containers}] } } }`,
  );
const use = (type: string, more = ''): string =>
  `metrics: [{ type: ${type}, ${type === 'Resource' ? 'resource' : 'containerResource'}: { name: cpu, ${more}target: { type: Utilization, averageUtilization: 80 } } }]`;
const without = '{ name: b, image: b }';
const requesting = '{ name: a, image: a, resources: { requests: { cpu: 1 } } }';

test('warns of each container without the request', () => {
  expect(say(use('Resource'), `${requesting}, ${without}`)).toEqual([
    'warning Deployment/web spec.template.spec.containers[1].resources.requests: HorizontalPodAutoscaler it goes by the use of cpu, and the container has no request of it',
  ]);
});

test('takes an autoscaler without metrics for one that goes by the CPU', () => {
  expect(say('minReplicas: 1', without)).toHaveLength(1);
});

test('passes containers with the request, and metrics that need none', () => {
  expect(say(use('Resource'), requesting)).toEqual([]);
  expect(say(use('ContainerResource', 'container: a, '), `${requesting}, ${without}`)).toEqual([]);
  const value =
    'metrics: [{ type: Resource, resource: { name: cpu, target: { type: AverageValue, averageValue: 1 } } }]';
  expect(say(value, without)).toEqual([]);
});
