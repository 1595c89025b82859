import { headlessServiceExists as check } from '../../../src/checks/rules/headless-service-exists';
import { finds, serviceYaml, workloadYaml } from '../finds';

const set = workloadYaml('StatefulSet', 'serviceName: web');

test('passes a headless Service, and a StatefulSet that names none', () => {
  expect(finds(check, set + serviceYaml('clusterIP: None'))).toEqual([]);
  expect(finds(check, workloadYaml('StatefulSet'))).toEqual([]);
});

test('warns of a Service that is not here, or not headless', () => {
  expect(finds(check, set)).toHaveLength(1);
  expect(finds(check, set + serviceYaml('ports: [{ port: 80 }]'))).toEqual([
    'warning StatefulSet/web spec.serviceName: Service web is not headless',
  ]);
});
