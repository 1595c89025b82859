import { validContainerPorts as check } from '../../../src/checks/rules/valid-container-ports';
import { finds, podYaml } from '../finds';

const say = (port: string, spec = ''): string[] =>
  finds(check, podYaml(spec, `ports: [{ ${port} }]`));

test('passes ports in the range', () => {
  expect(say('containerPort: 65535, hostPort: 1')).toEqual([]);
  expect(say('containerPort: 80, hostPort: 80', 'hostNetwork: true')).toEqual([]);
});

test('reports ports out of the range, and a host port that the host network cannot have', () => {
  expect(say('containerPort: 0')).toHaveLength(1);
  expect(say('containerPort: 80, hostPort: 65536')).toHaveLength(1);
  expect(say('containerPort: 80, hostPort: 81', 'hostNetwork: true')).toEqual([
    'error Pod/web spec.containers[0].ports[0].hostPort: on the host network hostPort must be the containerPort 80, got 81',
  ]);
});
