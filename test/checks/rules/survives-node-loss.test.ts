import { survivesNodeLoss as check } from '../../../src/checks/rules/survives-node-loss';
import { finds, serviceYaml, workloadYaml } from '../finds';

const service = serviceYaml('selector: { app: web }, ports: [{ port: 80 }]');
const hosts = (...workers: string[]): string => `
apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: it }
spec: { roleGroups: { worker: [${workers.join(', ')}] } }
---
`;
const autoscaler = (least: number): string => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { minReplicas: ${least}, maxReplicas: 9, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
---
`;

test('warns of one pod behind a Service', () => {
  expect(finds(check, workloadYaml('Deployment') + service)).toEqual([
    'warning Deployment/web spec.replicas: one pod serves Service web, got replicas 1',
  ]);
  expect(finds(check, hosts('a', 'b') + workloadYaml('Deployment') + service)).toHaveLength(1);
});

test('goes by the autoscaler where there is one', () => {
  expect(finds(check, workloadYaml('Deployment') + service + autoscaler(2))).toEqual([]);
  expect(finds(check, workloadYaml('Deployment') + service + autoscaler(1))).toEqual([
    'warning HorizontalPodAutoscaler/web spec.minReplicas: one pod serves Service web, got minReplicas 1',
  ]);
});

test('passes on a cluster of one host, where a second pod would not help', () => {
  expect(finds(check, hosts('a') + workloadYaml('Deployment') + service)).toEqual([]);
});

test.each([
  ['two replicas', workloadYaml('Deployment', 'replicas: 2') + service],
  ['no replicas at all', workloadYaml('Deployment', 'replicas: 0') + service],
  ['no Service', workloadYaml('Deployment')],
  ['a StatefulSet', workloadYaml('StatefulSet') + service],
  [
    'a disk that one pod holds',
    workloadYaml(
      'Deployment',
      '',
      'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
    ) + service,
  ],
])('passes %s', (_, yaml) => {
  expect(finds(check, yaml)).toEqual([]);
});
