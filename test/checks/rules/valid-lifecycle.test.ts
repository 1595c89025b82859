import { validLifecycle as check } from '../../../src/checks/rules/valid-lifecycle';
import { finds, podYaml } from '../finds';

const hook = (preStop: string): string[] =>
  finds(check, podYaml('', `lifecycle: { preStop: ${preStop} }`));

test.each(['{ exec: { command: [a] } }', '{ command: [a] }', 'null', '{ sleep: { seconds: 1 } }'])(
  'passes one handler, and leaves a misspelt one to the check for that: %s',
  (preStop) => {
    expect(hook(preStop)).toEqual([]);
  },
);

test('reports none and two handlers', () => {
  const field = 'error Pod/web spec.containers[0].lifecycle.preStop:';
  expect(hook('{}')).toEqual([`${field} preStop has no handler`]);
  expect(hook('{ exec: { command: [a] }, sleep: { seconds: 1 } }')).toEqual([
    `${field} preStop has 2 handlers: exec, sleep`,
  ]);
});

test('reports a port that cannot be', () => {
  expect(hook('{ httpGet: { port: http } }')).toEqual([]);
  expect(hook('{ httpGet: { port: 0 } }')[0]).toContain('httpGet.port: must be within 1-65535');
  expect(hook('{ tcpSocket: { port: "80" } }')[0]).toContain('tcpSocket.port: must hold only');
});

test('takes the lifecycle of a sidecar, and of no other init container', () => {
  const init = (more: string): string[] =>
    finds(
      check,
      podYaml(
        `initContainers: [{ name: a, image: b, ${more} lifecycle: { preStop: { exec: { command: [c] } } } }]`,
      ),
    );
  expect(init('restartPolicy: Always,')).toEqual([]);
  expect(init('')).toEqual([
    'error Pod/web spec.initContainers[0].lifecycle: an init container cannot have a lifecycle',
  ]);
});
