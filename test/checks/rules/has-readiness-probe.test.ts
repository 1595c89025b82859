import { hasReadinessProbe as check } from '../../../src/checks/rules/has-readiness-probe';
import { finds, podYaml, serviceYaml, workloadYaml } from '../finds';

const probe = 'readinessProbe: { tcpSocket: { port: 80 } }';
const service = serviceYaml('selector: { app: web }, ports: [{ port: 80 }]');

test('warns of a serving container without one', () => {
  expect(finds(check, workloadYaml('Deployment'))).toEqual([
    'warning Deployment/web spec.template.spec.containers[0]: the container has no readinessProbe',
  ]);
  expect(finds(check, podYaml() + service)).toHaveLength(1);
  expect(finds(check, workloadYaml('DaemonSet') + service)).toHaveLength(1);
});

test('passes a container that has one', () => {
  expect(finds(check, podYaml('', probe) + service)).toEqual([]);
});

test('passes what serves nobody: a Job, an agent on each node, a container without ports', () => {
  expect(finds(check, workloadYaml('DaemonSet'))).toEqual([]);
  expect(finds(check, podYaml())).toEqual([]);
  expect(
    finds(
      check,
      `
apiVersion: batch/v1
kind: Job
metadata: { name: web }
spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: a, image: a, ports: [{ containerPort: 80 }] }] } } }
---${service}`,
    ),
  ).toEqual([]);
});

test('asks it of the container that the Service sends to, not of those beside it', () => {
  const pod = podYaml(
    '',
    `ports: [{ containerPort: 80 }], ${probe} }, { name: exporter, image: e, ports: [{ containerPort: 9100 }]`,
  );
  expect(finds(check, pod + service)).toEqual([]);
});

test('takes the probe of a sidecar that answers for the Service', () => {
  const pod = podYaml(
    `initContainers: [{ name: proxy, image: p, restartPolicy: Always, ports: [{ containerPort: 80 }], ${probe} }]`,
  );
  expect(finds(check, pod + service)).toEqual([]);
});
