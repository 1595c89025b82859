import { App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import fc from 'fast-check';
import { orderKeys } from '../../src/manifest/key-order';
import type { Manifest } from '../../src/manifest/manifest';
import { writeYaml } from '../../src/manifest/write';
import { anyObject } from './any-object';

/** The same value with all keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

const lesson: readonly Manifest[] = [
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
          containers: [
            {
              name: 'nginx',
              image: 'docker.1ms.run/nginx:latest',
              ports: [{ containerPort: 80 }],
              env: [{ name: 'A', value: 'b' }],
              resources: { requests: { cpu: '1' }, limits: { cpu: '2' } },
            },
          ],
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
  {
    apiVersion: 'kubekey.kubesphere.io/v1alpha2',
    kind: 'Cluster',
    metadata: { name: 'sample' },
    spec: {
      hosts: [{ name: 'node1', address: '192.168.0.2', internalAddress: '192.168.0.2' }],
      roleGroups: { etcd: ['node1'], 'control-plane': ['node1'], worker: ['node1'] },
      controlPlaneEndpoint: { domain: 'lb.kubesphere.local', address: '', port: 6443 },
      kubernetes: { version: 'v1.26.4', clusterName: 'cluster.local' },
      network: { plugin: 'calico', multusCNI: { enabled: false } },
      addons: [],
    },
  },
];

test.each(lesson.map((manifest) => [manifest.kind, manifest] as const))(
  "the lesson's %s is put into the order of the lesson",
  (_kind, manifest) => {
    expect(writeYaml([orderKeys(reversed(manifest) as Manifest)])).toBe(writeYaml([manifest]));
  },
);

test('what is in order is the very same object', () => {
  for (const manifest of lesson) expect(orderKeys(manifest)).toBe(manifest);
});

test('labels, data, limits and unknown keys keep the order of their author', () => {
  const manifest = {
    kind: 'ConfigMap',
    apiVersion: 'v1',
    zebra: 1,
    data: JSON.parse('{"z": "1", "a": "2", "__proto__": "3", "m": "4"}') as object,
    apple: 2,
    metadata: { labels: { z: '1', a: '2' }, unknown: 1, name: 'a' },
  };
  const ordered = orderKeys(manifest);
  expect(JSON.stringify(ordered)).toBe(
    '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{"z":"1","a":"2"},"unknown":1},' +
      '"data":{"z":"1","a":"2","__proto__":"3","m":"4"},"zebra":1,"apple":2}',
  );
});

test('what is no plain data is left as it is', () => {
  const date = new Date(0);
  const list: unknown[] = [];
  list.push(list);
  const pod = { kind: 'Pod', apiVersion: 'v1', spec: { containers: list, affinity: date } };
  expect(orderKeys(pod)['spec']).toEqual({ affinity: date, containers: list });
});

test('the items of a List are ordered each by its kind', () => {
  const [deployment] = lesson as [Manifest];
  const list = { apiVersion: 'v1', kind: 'List', items: [reversed(deployment), null, 1] };
  expect(JSON.stringify(orderKeys(list)['items'])).toBe(JSON.stringify([deployment, null, 1]));
});

test('a kind of another group that shares a name keeps its order', () => {
  const route = {
    spec: { template: 1, selector: 2 },
    apiVersion: 'apps.example.com/v1',
    kind: 'Deployment',
  };
  expect(JSON.stringify(orderKeys(route))).toBe(
    '{"apiVersion":"apps.example.com/v1","kind":"Deployment","spec":{"template":1,"selector":2}}',
  );
});

test.each([
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['batch/v1', 'CronJob'],
  ['v1', 'Service'],
  ['networking.k8s.io/v1', 'Ingress'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler'],
])('ordering %s %s changes no value, and twice is as once', (apiVersion, kind) => {
  fc.assert(
    fc.property(anyObject('1.36', apiVersion, kind), (manifest) => {
      const ordered = orderKeys(manifest);
      expect(ordered).toEqual(manifest);
      expect(orderKeys(ordered)).toBe(ordered);
      expect(JSON.stringify(orderKeys(reversed(manifest) as Manifest)).length).toBe(
        JSON.stringify(manifest).length,
      );
    }),
    { numRuns: 50 },
  );
});

test('what cdk8s-plus makes reads as people write it', () => {
  const chart = new Chart(new App({ outdir: 'never-written' }), 'shop', {
    disableResourceNameHashes: true,
  });
  const config = new kplus.ConfigMap(chart, 'config', { data: { 'b.txt': 'b', 'a.txt': 'a' } });
  const deployment = new kplus.Deployment(chart, 'web', {
    containers: [
      {
        image: 'nginx:1.27',
        portNumber: 80,
        envVariables: { MODE: kplus.EnvValue.fromConfigMap(config, 'a.txt') },
        readiness: kplus.Probe.fromHttpGet('/'),
        volumeMounts: [
          { path: '/etc/web', volume: kplus.Volume.fromConfigMap(chart, 'v', config) },
        ],
      },
    ],
  });
  deployment.exposeViaIngress('/', { ingress: new kplus.Ingress(chart, 'ingress') });
  new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target: deployment, maxReplicas: 3 });
  const manifests = (Testing.synth(chart) as Manifest[]).map(orderKeys);
  expect(writeYaml(manifests)).toMatchSnapshot();
});
