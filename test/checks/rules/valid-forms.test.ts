import { validForms as check } from '../../../src/checks/rules/valid-forms';
import { finds, podYaml, serviceYaml } from '../finds';

const volume = (source: string): string => podYaml(`volumes: [{ name: v, ${source} }]`);
const env = (from: string): string => podYaml('', `env: [{ name: A, valueFrom: { ${from} } }]`);
const other = (apiVersion: string, kind: string, rest: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: it }\n${rest}\n---\n`;
const webhook = (rest: string): string =>
  other(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    `webhooks: [{ name: a.example.com, sideEffects: None, admissionReviewVersions: [v1], ${rest} }]`,
  );
const ingress = (rest: string): string =>
  other('networking.k8s.io/v1', 'Ingress', `spec: { ${rest} }`);

test.each([
  podYaml('serviceAccountName: web, priorityClassName: high'),
  podYaml('serviceAccountName: ""'),
  podYaml('dnsConfig: { searches: [a.example.com., ".", _tcp.example.com] }'),
  podYaml('hostAliases: [{ ip: 10.0.0.1, hostnames: [a, b.example.com] }]'),
  env('configMapKeyRef: { name: web, key: a_b.conf }'),
  env('resourceFieldRef: { resource: limits.hugepages-2Mi }'),
  volume('configMap: { name: a, items: [{ key: a, path: a/b..c }] }'),
  volume(
    'downwardAPI: { items: [{ path: a, resourceFieldRef: { containerName: web, resource: limits.cpu } }] }',
  ),
  volume('projected: { sources: [{}, { secret: { name: a } }] }'),
  volume('csi: { driver: CSI.example.com }'),
  serviceYaml('ports: [{ port: 80, targetPort: http, appProtocol: kubernetes.io/h2c }]'),
  ingress('tls: [{ hosts: ["*.example.com"], secretName: tls }], rules: [{ host: a.b }]'),
  webhook('timeoutSeconds: 30, clientConfig: { url: "https://a.example.com:8443/x" }'),
  other('storage.k8s.io/v1', 'StorageClass', 'provisioner: Example.com/Local'),
])('passes %s', (yaml) => {
  expect(finds(check, yaml)).toEqual([]);
});

test.each([
  [podYaml('serviceAccountName: My_Account'), 'serviceAccountName: must hold only small letters'],
  [podYaml('hostAliases: [{ ip: 10.0.0.1, hostnames: [a_b] }]'), 'hostAliases[0].hostnames[0]: '],
  [
    podYaml('securityContext: { supplementalGroups: [-1] }'),
    'supplementalGroups[0]: must be within',
  ],
  [podYaml('securityContext: { sysctls: [{ name: "a b", value: "1" }] }'), 'sysctls[0].name: must'],
  [env('secretKeyRef: { name: web, key: a/b }'), 'secretKeyRef.key: must hold only letters'],
  [env('configMapKeyRef: { name: web, key: ..a }'), "configMapKeyRef.key: must be neither '.'"],
  [env('resourceFieldRef: { resource: limits.gpu }'), 'resource: is no resource that a container'],
  [
    volume('configMap: { name: a, items: [{ key: a, path: /a }] }'),
    'path: must be a relative path',
  ],
  [
    volume('secret: { secretName: a, items: [{ key: a, path: a/../b }] }'),
    'path: must not go upwards',
  ],
  [
    volume('downwardAPI: { items: [{ path: a }] }'),
    'items[0]: must have one of fieldRef, resource',
  ],
  [
    volume('projected: { sources: [{ secret: { name: a }, configMap: { name: b } }] }'),
    'sources[0]: must have only one of configMap and secret',
  ],
  [
    podYaml(
      '',
      'lifecycle: { preStop: { httpGet: { port: 80, httpHeaders: [{ name: X_A, value: b }] } } }',
    ),
    'httpHeaders[0].name: must hold only letters',
  ],
  [serviceYaml('ports: [{ port: 80, targetPort: HTTP }]'), 'ports[0].targetPort: must hold only'],
  [serviceYaml('ports: [{ port: 80, targetPort: "80" }]'), 'ports[0].targetPort: must hold only'],
  [ingress('ingressClassName: My Class'), 'ingressClassName: must hold only small letters'],
  [ingress('tls: [{ hosts: ["https://a.b"] }]'), 'tls[0].hosts[0]: must hold only small letters'],
  [ingress('tls: [{ hosts: ["*"] }]'), 'tls[0].hosts[0]: must hold only small letters'],
  [
    ingress('defaultBackend: { service: { name: web, port: { number: 80800 } } }'),
    'port.number: must be within 1-65535',
  ],
  [
    other('networking.k8s.io/v1', 'IngressClass', 'spec: { controller: nginx }'),
    "controller: must be a domain, '/' and a name",
  ],
  [
    webhook('timeoutSeconds: 31, clientConfig: { url: "https://a.b" }'),
    'timeoutSeconds: must be within 1-30',
  ],
  [webhook('clientConfig: { url: "http://a.b" }'), 'clientConfig.url: must be a URL with https'],
  [webhook('clientConfig: {}'), 'clientConfig: must have one of service, url'],
  [
    webhook('clientConfig: { service: { name: a, namespace: b, path: x } }'),
    "path: must begin with '/'",
  ],
  [
    other(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { behavior: { scaleUp: { policies: [{ type: Pods, value: 0, periodSeconds: 60 }] } } }',
    ),
    'policies[0].value: must be 1 or more, got 0',
  ],
  [
    other(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: { metrics: [{ type: Pods, pods: { metric: { name: a }, target: { type: AverageValue, averageValue: 0 } } }] }',
    ),
    'target.averageValue: must be more than 0',
  ],
  [
    other('v1', 'Endpoints', 'subsets: [{ addresses: [{ ip: web }], ports: [{ port: 80 }] }]'),
    'ip: must be an IP address',
  ],
  [volume('hostPath: { path: /a/../b }'), "hostPath.path: must not go upwards with '..'"],
  [volume('csi: { driver: a_b }'), 'csi.driver: must hold only small letters'],
  [
    podYaml(
      'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: In, values: [a b] }] }] } } }',
    ),
    'values[0]: must hold only letters',
  ],
])('reports in %s', (yaml, found) => {
  const all = finds(check, yaml);
  expect(all).toHaveLength(1);
  expect(all[0]).toContain(found);
});

test('says nothing of a value whose type is wrong', () => {
  const behavior = 'scaleUp: { policies: [{ type: Pods, value: 4294967296, periodSeconds: 60 }] }';
  const scaler = other(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    `spec: { behavior: { ${behavior} } }`,
  );
  expect(finds(check, scaler)).toEqual([]);
});
