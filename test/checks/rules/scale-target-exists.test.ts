import { scaleTargetExists as check } from '../../../src/checks/rules/scale-target-exists';
import { finds, workloadYaml } from '../finds';

const scaler = (apiVersion: string, kind: string): string => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: it }
spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: ${apiVersion}, kind: ${kind}, name: web } }
`;

test('passes a target that is here, and kinds that it does not know', () => {
  expect(finds(check, workloadYaml('Deployment') + scaler('apps/v1', 'Deployment'))).toEqual([]);
  expect(finds(check, scaler('example.com/v1', 'Widget'))).toEqual([]);
});

test('warns of a target that is not here', () => {
  expect(finds(check, workloadYaml('StatefulSet') + scaler('apps/v1', 'Deployment'))).toEqual([
    'warning HorizontalPodAutoscaler/it spec.scaleTargetRef.name: there is no Deployment "web" among the objects',
  ]);
});

test('reports a kind that cannot be scaled, and one in a wrong group', () => {
  expect(finds(check, scaler('apps/v1', 'DaemonSet'))[0]).toMatch(/^error .*cannot be scaled/);
  expect(finds(check, scaler('v1', 'Deployment'))[0]).toMatch(
    /^error .*without the API group apps/,
  );
});
