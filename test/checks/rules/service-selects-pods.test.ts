import { serviceSelectsPods as check } from '../../../src/checks/rules/service-selects-pods';
import { finds, serviceYaml, workloadYaml } from '../finds';

const pods = workloadYaml('Deployment');

test('passes a Service that selects pods, that selects by hand, or that stands for a name', () => {
  expect(finds(check, pods + serviceYaml('selector: { app: web }, ports: [{ port: 80 }]'))).toEqual(
    [],
  );
  expect(finds(check, pods + serviceYaml('ports: [{ port: 80 }]'))).toEqual([]);
  expect(
    finds(
      check,
      serviceYaml('type: ExternalName, externalName: a.example.com, selector: { a: b }'),
    ),
  ).toEqual([]);
});

test.each(['app: wbe', 'app.kubernetes.io/name: web', 'app: web, tier: front'])(
  'reports a selector that misses a pod narrowly: %s',
  (selector) => {
    const [found] = finds(check, pods + serviceYaml(`selector: { ${selector} }`));
    expect(found).toMatch(
      /^error Service\/web spec.selector: no pod has .* Deployment web differs/,
    );
  },
);

test.each(['app: db', 'app: web2', 'tier: front, role: db'])(
  'warns of a selector that may mean pods outside of the input: %s',
  (selector) => {
    const [found] = finds(check, pods + serviceYaml(`selector: { ${selector} }`));
    expect(found).toMatch(/^warning/);
  },
);

test.each([
  ['shop-query', 'shop-ruler', 'warning'],
  ['shop-a', 'shop-b', 'warning'],
  ['shop-query', 'shop-qurey', 'error'],
  ['my-app', 'my-ap', 'error'],
])('of pods of %s, says of the selector %s: %s', (own, selected, severity) => {
  const yaml = pods.replaceAll('app: web', `app: ${own}`);
  const [found] = finds(check, yaml + serviceYaml(`selector: { app: ${selected} }`));
  expect(found).toMatch(new RegExp(`^${severity}`));
});

test('reports it as an error where everything is said to be here', () => {
  const yaml = serviceYaml('selector: { app: db }');
  expect(finds(check, yaml, { references: 'closed' })[0]).toMatch(/^error/);
});

test('reports pods of another namespace', () => {
  const yaml =
    pods.replace('name: web }', 'name: web, namespace: one }') +
    serviceYaml('selector: { app: web }').replace('name: web }', 'name: web, namespace: two }');
  expect(finds(check, yaml)).toEqual([
    'error Service/web spec.selector: no pod in the namespace two has the labels app: web; Deployment one/web has them in another namespace',
  ]);
});

test('knows that pods of a StatefulSet get labels while they run', () => {
  const set = workloadYaml('StatefulSet');
  const one = serviceYaml('selector: { app: web, statefulset.kubernetes.io/pod-name: web-0 }');
  expect(finds(check, set + one)).toEqual([]);
  const leader = serviceYaml('selector: { app: web, role: leader }');
  expect(finds(check, set + leader)[0]).toMatch(/^warning/);
});
