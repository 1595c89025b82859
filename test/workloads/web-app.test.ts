import { Chart, Lazy, Testing } from 'cdk8s';
import { GroundworkError } from '../../src/errors';
import { at } from '../../src/manifest/manifest';
import { WebApp, type WebAppProps } from '../../src/workloads/web-app';

function write(props: Partial<WebAppProps> = {}): unknown[] {
  const chart = new Chart(Testing.app(), 'ng');
  new WebApp(chart, 'nginx', { image: 'nginx:latest', port: 80, ...props });
  return Testing.synth(chart) as unknown[];
}

test("brings up the lesson's Deployment and Service in one", () => {
  const props = { name: 'nginx-deployment', labels: { app: 'nginx' }, replicas: 1 };
  expect(write({ ...props, serviceName: 'nginx-service', nodePort: 30007 })).toEqual([
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'nginx-deployment', labels: { app: 'nginx' } },
      spec: {
        replicas: 1,
        selector: { matchLabels: { app: 'nginx' } },
        template: {
          metadata: { labels: { app: 'nginx' } },
          spec: {
            containers: [{ name: 'nginx', image: 'nginx:latest', ports: [{ containerPort: 80 }] }],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'nginx-service', labels: { app: 'nginx' } },
      spec: {
        type: 'NodePort',
        selector: { app: 'nginx' },
        ports: [{ protocol: 'TCP', port: 80, targetPort: 80, nodePort: 30007 }],
      },
    },
  ]);
});

test('names all of it by its id', () => {
  const [deployment, service] = write();
  expect(at(deployment, 'metadata', 'name')).toBe('nginx');
  expect(at(deployment, 'spec', 'template', 'spec', 'containers', 0, 'name')).toBe('nginx');
  expect(at(service, 'metadata', 'name')).toBe('nginx');
});

test('is reached from inside the cluster only, unless more is said', () => {
  expect(at(write()[1], 'spec')).not.toHaveProperty('type');
  expect(at(write({ nodePort: 30007 })[1], 'spec', 'type')).toBe('NodePort');
  expect(at(write({ serviceType: 'NodePort' })[1], 'spec', 'type')).toBe('NodePort');
  expect(at(write({ serviceType: 'LoadBalancer' })[1], 'spec', 'type')).toBe('LoadBalancer');
});

test('can listen on another port than the app', () => {
  expect(at(write({ port: 8080, servicePort: 80 })[1], 'spec', 'ports')).toEqual([
    { protocol: 'TCP', port: 80, targetPort: 8080 },
  ]);
});

test('takes the escape hatches of its Deployment', () => {
  const [deployment, service] = write({ namespace: 'shop', container: { tty: true } });
  expect(at(deployment, 'spec', 'template', 'spec', 'containers', 0)).toMatchObject({
    name: 'nginx',
    tty: true,
  });
  expect(at(service, 'metadata', 'namespace')).toBe('shop');
});

test('gives access to its Deployment and its Service', () => {
  const app = new WebApp(new Chart(Testing.app(), 'ng'), 'nginx', { image: 'nginx', port: 80 });
  expect([app.deployment.kind, app.service.kind]).toEqual(['Deployment', 'Service']);
});

test.each<[string, Partial<WebAppProps>, string]>([
  ['without a port', { port: undefined }, 'ng/nginx/service: port must be given'],
  [
    'with a nodePort that its type has not',
    { nodePort: 30007, serviceType: 'ClusterIP' },
    'ng/nginx/service: nodePort must be left out',
  ],
  [
    'with a container that is lazy as a whole',
    { container: Lazy.any({ produce: () => ({}) }) as never },
    'ng/nginx/deployment: container must be written out',
  ],
  ['with an empty image', { image: '' }, 'ng/nginx/deployment: the image of container "nginx"'],
])('is refused %s', (_, props, message) => {
  expect(() => write(props)).toThrow(GroundworkError);
  expect(() => write(props)).toThrow(message);
});
