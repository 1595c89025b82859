import { uniqueNodePort as check } from '../../../src/checks/rules/unique-node-port';
import { finds, serviceYaml } from '../finds';

const service = (name: string, nodePort: number, protocol = 'TCP'): string =>
  serviceYaml(
    `type: NodePort, ports: [{ port: 80, nodePort: ${nodePort}, protocol: ${protocol} }]`,
    name,
  );

test('passes different ports, one for two protocols, and ports that the cluster picks', () => {
  expect(finds(check, service('a', 30001) + service('b', 30002))).toEqual([]);
  expect(finds(check, service('a', 30001) + service('b', 30001, 'UDP'))).toEqual([]);
  expect(finds(check, service('a', 0) + service('b', 0))).toEqual([]);
});

test('reports a port that two Services take, whatever their namespaces', () => {
  const other = service('b', 30001).replace('name: b', 'name: b, namespace: other');
  expect(finds(check, service('a', 30001) + other)).toEqual([
    'error Service/b spec.ports[0].nodePort: nodePort 30001 is already taken by Service a',
  ]);
});

test('leaves an object that is written twice to the check for that', () => {
  expect(finds(check, service('a', 30001) + service('a', 30001))).toEqual([]);
});
