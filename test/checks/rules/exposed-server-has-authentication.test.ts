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
