import { validResources as check } from '../../../src/checks/rules/valid-resources';
import { finds, podYaml } from '../finds';

const say = (resources: string): string[] =>
  finds(check, podYaml('', `resources: { ${resources} }`)).map((line) =>
    line.replace(/^.*resources\./, ''),
  );

test('passes requests within limits, written in any unit', () => {
  expect(
    say('requests: { cpu: 1000m, memory: 1Gi }, limits: { cpu: 1, memory: 1073741824 }'),
  ).toEqual([]);
  expect(say('requests: { cpu: 0.7 }, limits: { cpu: 700m }')).toEqual([]);
  expect(say('limits: { nvidia.com/gpu: 1 }, requests: { nvidia.com/gpu: "1" }')).toEqual([]);
  expect(say('requests: { cpu: 4 }')).toEqual([]);
});

test.each([
  [
    'requests: { cpu: 2 }, limits: { cpu: 1500m }',
    'requests.cpu: the request of cpu, 2, is above its limit "1500m"',
  ],
  [
    'requests: { memory: 1Gi }, limits: { memory: 1G }',
    'requests.memory: the request of memory, "1Gi", is above its limit "1G"',
  ],
  [
    'limits: { nvidia.com/gpu: 0.5 }',
    'limits["nvidia.com/gpu"]: nvidia.com/gpu must be a whole number, got 0.5',
  ],
  [
    'requests: { nvidia.com/gpu: 1 }',
    'requests["nvidia.com/gpu"]: nvidia.com/gpu has a request and no limit',
  ],
  [
    'requests: { nvidia.com/gpu: 1 }, limits: { nvidia.com/gpu: 2 }',
    'limits["nvidia.com/gpu"]: the limit of nvidia.com/gpu, 2, is not its request 1',
  ],
  [
    'limits: { cpu: 500Mi }',
    'limits.cpu: the unit Mi makes this thousands of CPUs and more, got "500Mi"',
  ],
  ['limits: { memory: 512m }', 'limits.memory: the unit m is thousandths of a byte, got "512m"'],
  [
    'requests: { memory: 64Mi }, limits: { memory: 512m }',
    'limits.memory: the unit m is thousandths of a byte, got "512m"',
  ],
  ['limits: { gpu: 1 }', 'limits.gpu: "gpu" is no resource of Kubernetes'],
  ['limits: { cpu: -1 }', 'limits.cpu: must be 0 or more, got -1'],
])('reports %s', (resources, found) => {
  expect(say(resources)).toEqual([found]);
});
