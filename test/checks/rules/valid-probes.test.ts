import { validProbes as check } from '../../../src/checks/rules/valid-probes';
import { finds, podYaml } from '../finds';

const say = (container: string): string[] =>
  finds(check, podYaml('', `ports: [{ name: http, containerPort: 80 }], ${container}`)).map(
    (line) => line.replace(/^.*containers\[0\]\./, ''),
  );

test('passes sound probes', () => {
  expect(say('readinessProbe: { httpGet: { port: http }, successThreshold: 3 }')).toEqual([]);
  expect(
    say('livenessProbe: { exec: { command: [a] } }, startupProbe: { grpc: { port: 1 } }'),
  ).toEqual([]);
});

test.each([
  ['readinessProbe: { periodSeconds: 1 }', 'readinessProbe: the probe has no action'],
  [
    'readinessProbe: { exec: {}, httpGet: { port: 1 } }',
    'readinessProbe: the probe has 2 actions: exec, httpGet',
  ],
  [
    'livenessProbe: { tcpSocket: { port: web } }',
    'livenessProbe.tcpSocket.port: the container has no port named "web"',
  ],
  [
    'livenessProbe: { tcpSocket: { port: "80" } }',
    'livenessProbe.tcpSocket.port: the container has no port named "80"',
  ],
  [
    'livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 }',
    'livenessProbe.successThreshold: must be 1 in a livenessProbe, got 2',
  ],
  [
    'readinessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 1 }',
    'readinessProbe.terminationGracePeriodSeconds: a readinessProbe cannot have it',
  ],
  [
    'readinessProbe: { tcpSocket: { port: 80 }, timeoutSeconds: -1 }',
    'readinessProbe.timeoutSeconds: must be 0 or more, got -1',
  ],
])('reports %s', (container, found) => {
  expect(say(container)).toEqual([found]);
});

test('reports a probe of an init container, unless it is a sidecar', () => {
  const init = (more: string): string =>
    podYaml(
      `initContainers: [{ name: a, image: b, ${more} livenessProbe: { exec: { command: [a] } } }]`,
    );
  expect(finds(check, init(''))).toHaveLength(1);
  expect(finds(check, init('restartPolicy: Always,'))).toEqual([]);
});
