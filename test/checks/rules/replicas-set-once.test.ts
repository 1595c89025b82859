import { replicasSetOnce as check } from '../../../src/checks/rules/replicas-set-once';
import { finds, workloadYaml } from '../finds';

const scaler = (name: string): string => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name} }
spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
---
`;

test('passes a workload that leaves its replicas to the autoscaler', () => {
  expect(finds(check, workloadYaml('Deployment') + scaler('a'))).toEqual([]);
  expect(finds(check, workloadYaml('Deployment', 'replicas: 2'))).toEqual([]);
});

test('warns of replicas beside an autoscaler, and of two autoscalers', () => {
  expect(finds(check, workloadYaml('Deployment', 'replicas: 2') + scaler('a'))).toEqual([
    'warning Deployment/web spec.replicas: replicas is 2, and HorizontalPodAutoscaler a sets it as well',
  ]);
  expect(finds(check, workloadYaml('Deployment') + scaler('a') + scaler('b'))).toEqual([
    'warning HorizontalPodAutoscaler/b spec.scaleTargetRef.name: Deployment web is already scaled by HorizontalPodAutoscaler a',
  ]);
});
