import { uniqueContainerPort as check } from '../../../src/checks/rules/unique-container-port';
import { finds, podYaml } from '../finds';

const ports = (...list: string[]): string =>
  podYaml('', `ports: [${list.map((port) => `{ ${port} }`).join()}]`);

test('passes different ports, and one number for two protocols', () => {
  expect(finds(check, ports('containerPort: 53', 'containerPort: 53, protocol: UDP'))).toEqual([]);
});

test('reports names and host ports that come twice', () => {
  expect(finds(check, ports('name: a, containerPort: 1', 'name: a, containerPort: 2'))).toEqual([
    'error Pod/web spec.containers[0].ports[1].name: another port of the container has the name "a"',
  ]);
  expect(
    finds(check, ports('hostPort: 9, containerPort: 1', 'hostPort: 9, containerPort: 2')),
  ).toEqual([
    'error Pod/web spec.containers[0].ports[1].hostPort: another port of the pod has the hostPort 9 TCP',
  ]);
});

test('warns of a number that comes twice', () => {
  expect(finds(check, ports('containerPort: 80', 'containerPort: 80'))).toEqual([
    'warning Pod/web spec.containers[0].ports[1].containerPort: the pod has the port 80 TCP already',
  ]);
});
