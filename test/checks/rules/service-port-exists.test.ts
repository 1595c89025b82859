import { servicePortExists as check } from '../../../src/checks/rules/service-port-exists';
import { finds, serviceYaml, workloadYaml } from '../finds';

const say = (port: string): string[] =>
  finds(
    check,
    workloadYaml('Deployment') + serviceYaml(`selector: { app: web }, ports: [{ ${port} }]`),
  );

test('passes ports of the pods, by number and by name', () => {
  expect(say('port: 80')).toEqual([]);
  expect(say('port: 8080, targetPort: 80')).toEqual([]);
  expect(say('port: 8080, targetPort: http')).toEqual([]);
});

test('reports a name that no pod has, and one of another protocol', () => {
  expect(say('port: 80, targetPort: web')).toEqual([
    'error Service/web spec.ports[0].targetPort: Deployment web has no port named "web"',
  ]);
  expect(say('port: 80, targetPort: http, protocol: UDP')).toEqual([
    'error Service/web spec.ports[0].targetPort: the port http of Deployment web is TCP, and this one is UDP',
  ]);
});

test('warns of a number that the pods do not declare, since they may listen on it all the same', () => {
  expect(say('port: 8080')).toEqual([
    'warning Service/web spec.ports[0].port: Deployment web declares the ports 80, not 8080',
  ]);
});
