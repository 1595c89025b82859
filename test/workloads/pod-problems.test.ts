import { Lazy } from 'cdk8s';
import { podProblems } from '../../src/workloads/pod-problems';

const lazy: unknown = Lazy.any({ produce: () => 'x' });

function problems(pod: Record<string, unknown>): string[] {
  return podProblems('ng/web', pod).map(({ problem }) => problem);
}

test('says nothing of a pod that Kubernetes takes, or of what is known only at synth', () => {
  const ports = [{ name: 'http', containerPort: 80, hostPort: 8080 }];
  const readinessProbe = { httpGet: { port: 'http' } };
  expect(
    problems({
      containers: [
        { name: 'web', image: 'nginx', ports, readinessProbe },
        { name: 'late', image: lazy, ports: [{ containerPort: lazy, name: lazy }] },
        lazy,
      ],
      volumes: [{ name: 'data' }, { name: lazy }, lazy],
    }),
  ).toEqual([]);
  expect(problems({ containers: lazy, volumes: lazy })).toEqual([]);
  expect(problems({})).toEqual([]);
});

test('reports a name that an init container and a container share', () => {
  const log = { name: 'log', image: 'log:1' };
  expect(problems({ initContainers: [log], containers: [log] })).toEqual([
    'the name of a container must be used once in a pod, got "log" twice',
  ]);
});

test('reports a name that two ports of one container share', () => {
  const ports = [
    { name: 'http', containerPort: 80 },
    { name: 'http', containerPort: 81 },
  ];
  expect(problems({ containers: [{ name: 'web', image: 'nginx', ports }] })).toEqual([
    'the name of a port of container "web" must be used once in a container, got "http"',
  ]);
});

test.each([
  ['httpGet', 'readinessProbe'],
  ['tcpSocket', 'livenessProbe'],
  ['grpc', 'startupProbe'],
])('reports a wrong port of the %s of a %s', (action, probe) => {
  const container = { name: 'web', image: 'nginx', [probe]: { [action]: { port: 65536 } } };
  expect(problems({ containers: [container] })).toEqual([
    `the port of ${probe} of container "web" must be a whole number from 1 to 65535, got 65536`,
  ]);
});

test('reports a container without an image and a volume without a name', () => {
  expect(problems({ containers: [{ name: 'web' }], volumes: [{}] })).toEqual([
    'the image of container "web" must be given, got nothing',
    'the name of a volume must be given, got nothing',
  ]);
});
