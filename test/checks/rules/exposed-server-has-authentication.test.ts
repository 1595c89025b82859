import { exposedServerHasAuthentication as check } from '../../../src/checks/rules/exposed-server-has-authentication';
import { finds, serviceYaml } from '../finds';

const pod = (container: string, more = ''): string => `
apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec: { containers: [{ name: web, ${container} }${more}] }
---
`;
const service = (spec: string): string =>
  serviceYaml(`${spec}, selector: { app: web }, ports: [{ port: 80 }]`);
const say = (container: string, spec = 'type: NodePort'): string[] =>
  finds(check, pod(container) + service(spec));

test.each([
  'image: vllm/vllm-openai:v0.6.4, args: [--model, x]',
  'image: ollama/ollama',
  'image: lmsysorg/sglang:latest',
  'image: redis:7',
  'image: mongo:7',
  'image: postgres:17, env: [{ name: POSTGRES_HOST_AUTH_METHOD, value: trust }]',
  'image: mysql:8, env: [{ name: MYSQL_ALLOW_EMPTY_PASSWORD, value: "yes" }]',
  'image: elasticsearch:8.15.0, env: [{ name: xpack.security.enabled, value: "false" }]',
])('warns of %s', (container) => {
  expect(say(container)).toHaveLength(1);
  expect(say(container)[0]).toMatch(/^warning Service\/web spec\.type: NodePort opens /);
  expect(say(container, 'type: LoadBalancer')).toHaveLength(1);
});

test.each([
  'image: vllm/vllm-openai:v0.6.4, args: [--api-key, $(KEY)]',
  'image: vllm/vllm-openai:v0.6.4, command: [sh, -c, "vllm serve x --api-key=$KEY"]',
  'image: redis:7, args: [--requirepass, $(PASSWORD)]',
  'image: redis:7, command: [redis-server, /etc/redis.conf]',
  'image: postgres:17, env: [{ name: POSTGRES_PASSWORD, valueFrom: { secretKeyRef: { name: a, key: b } } }]',
  'image: mysql:8, envFrom: [{ secretRef: { name: a } }]',
  'image: elasticsearch:8.15.0',
  'image: nginx:1.27',
])('passes %s', (container) => {
  expect(say(container)).toEqual([]);
});

test('passes what only the cluster reaches, or named networks', () => {
  expect(say('image: redis:7', 'type: ClusterIP')).toEqual([]);
  expect(
    say('image: redis:7', 'type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]'),
  ).toEqual([]);
});

test('passes a server behind a proxy that the Service sends to', () => {
  const proxied = pod(
    'image: ollama/ollama, ports: [{ containerPort: 11434 }]',
    ', { name: proxy, image: nginx:1.27, ports: [{ containerPort: 80 }] }',
  );
  expect(finds(check, proxied + service('type: NodePort'))).toEqual([]);
});

test.each(['"::/0"', '0.0.0.0/1, 128.0.0.0/1', '10.0.0.0/8, " 000.0.0.0/0"'])(
  'warns of a load balancer that lets everyone in: %s',
  (ranges) => {
    const spec = `type: LoadBalancer, loadBalancerSourceRanges: [${ranges}]`;
    expect(say('image: redis:7', spec)).toHaveLength(1);
  },
);

test.each(['0.0.0.0/1, 128.0.0.0/2', '"2001:db8::/32", 10.0.0.0/8', '0.0.0.0/1, "8000::/1"'])(
  'passes a load balancer that lets some networks in: %s',
  (ranges) => {
    const spec = `type: LoadBalancer, loadBalancerSourceRanges: [${ranges}]`;
    expect(say('image: redis:7', spec)).toEqual([]);
  },
);

test('names each server that a Service opens once, however many pods there are', () => {
  const model = (name: string, image: string): string =>
    pod(`image: ${image}`).replace('name: web, labels', `name: ${name}, labels`);
  const pods = ['a', 'b', 'c'].map((name) => model(name, 'redis:7')).join('');
  const found = finds(check, `${pods}${model('d', 'ollama/ollama')}${service('type: NodePort')}`);
  expect(found).toEqual([
    expect.stringContaining('opens Redis in Pod a to everyone'),
    expect.stringContaining('opens Ollama in Pod d to everyone'),
  ]);
});
