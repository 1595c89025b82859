import { validServicePorts as check } from '../../../src/checks/rules/valid-service-ports';
import { finds, serviceYaml } from '../finds';

const say = (spec: string): string[] =>
  finds(check, serviceYaml(spec)).map((line) => line.replace(/^error Service\/web /, ''));

test('passes sound Services of each type', () => {
  expect(say('ports: [{ port: 80 }]')).toEqual([]);
  expect(say('clusterIP: None, selector: { a: b }')).toEqual([]);
  expect(say('type: ExternalName, externalName: a.example.com')).toEqual([]);
  expect(say('ports: [{ name: a, port: 53 }, { name: b, port: 53, protocol: UDP }]')).toEqual([]);
});

test.each([
  ['type: NodePort', 'spec.ports: the Service has no ports'],
  [
    'ports: [{ port: 80 }, { name: b, port: 81 }]',
    'spec.ports[0].name: a Service with several ports needs a name for each',
  ],
  [
    'ports: [{ name: a, port: 80 }, { name: a, port: 81 }]',
    'spec.ports[1].name: another port of the Service has the name "a"',
  ],
  [
    'ports: [{ name: a, port: 80 }, { name: b, port: 80 }]',
    'spec.ports[1].port: the Service has the port 80 TCP already',
  ],
  ['ports: [{ port: 70000 }]', 'spec.ports[0].port: port must be within 1-65535, got 70000'],
  [
    'ports: [{ port: 80, nodePort: 30000 }]',
    'spec.ports[0].nodePort: nodePort may not be used when the type is ClusterIP',
  ],
  ['type: ExternalName', 'spec.externalName: externalName is missing'],
  [
    'type: NodePort, clusterIP: None, ports: [{ port: 80 }]',
    'spec.clusterIP: a Service of type NodePort cannot have clusterIP: None',
  ],
])('reports %s', (spec, found) => {
  expect(say(spec)).toEqual([found]);
});

test('warns of settings that the server drops', () => {
  expect(
    say('ports: [{ port: 80 }], sessionAffinityConfig: { clientIP: { timeoutSeconds: 1 } }')[0],
  ).toMatch(/^warning .*drops/);
});
