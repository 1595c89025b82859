import type { Manifest } from '../../src/manifest/manifest';

type Fields = Readonly<Record<string, unknown>>;

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const object = (apiVersion: string, kind: string, name: string, rest: Fields): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  ...rest,
});
const entries = (count: number, value: unknown): Fields =>
  Object.fromEntries(times(count, (index) => [`key-${index}`, value]));
const container = (name: string, more: Fields = {}): Fields => ({ name, image: 'redis', ...more });
const deployment = (name: string, labels: Fields, more: Fields = {}, spec: Fields = {}): Manifest =>
  object('apps/v1', 'Deployment', name, {
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [container('web', { ports: [{ containerPort: 80 }], ...more })],
          ...spec,
        },
      },
    },
  });
const one = (spec: Fields, more: Fields = {}): Manifest[] => [
  deployment('web', { app: 'web' }, more, spec),
];
const service = (name: string, selector: Fields, more: Fields = {}): Manifest =>
  object('v1', 'Service', name, {
    spec: { type: 'NodePort', selector, ports: [{ port: 80 }], ...more },
  });
const budget = (name: string, selector: Fields): Manifest =>
  object('policy/v1', 'PodDisruptionBudget', name, { spec: { minAvailable: 1, selector } });
const policy = (name: string, podSelector: Fields): Manifest =>
  object('networking.k8s.io/v1', 'NetworkPolicy', name, { spec: { podSelector } });
const scaler = (name: string, target: string): Manifest =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', name, {
    spec: {
      minReplicas: 1,
      maxReplicas: 2,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
    },
  });
const notIn = (index: number): Fields => ({
  matchExpressions: [{ key: 'app', operator: 'NotIn', values: [`other-${index}`] }],
});
const definition = (group: string, version: string, schema: Fields): Manifest => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `widgets.${group}` },
  spec: {
    group,
    scope: 'Namespaced',
    names: { kind: 'Widget', plural: 'widgets' },
    versions: [{ name: version, served: true, storage: true, schema: { openAPIV3Schema: schema } }],
  },
});
const nested = (depth: number, step: (inner: unknown) => unknown, end: unknown = 1): unknown => {
  let value = end;
  for (let level = 0; level < depth; level += 1) value = step(value);
  return value;
};
const mount = (index: number): Fields => ({ name: `absent-${index}`, mountPath: `/data/${index}` });
const keyRef = (index: number): Fields => ({
  name: `KEY_${index}`,
  valueFrom: { configMapKeyRef: { name: 'settings', key: `absent-${index}` } },
});
const settings = (count: number): Manifest =>
  object('v1', 'ConfigMap', 'settings', { data: entries(count, 'a') });
const cluster = (count: number, spec: Fields = {}): Manifest => {
  const names = times(count, (index) => `node${index}`);
  return {
    apiVersion: 'kubekey.kubesphere.io/v1alpha2',
    kind: 'Cluster',
    metadata: { name: 'sample' },
    spec: {
      hosts: names.map((name, index) => ({
        name,
        address: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
        user: 'root',
        privateKeyPath: '~/.ssh/id',
      })),
      roleGroups: { etcd: names.slice(0, 1), 'control-plane': names.slice(0, 1), worker: names },
      kubernetes: { version: 'v1.26.4' },
      ...spec,
    },
  };
};
const long = (count: number): string => 'a'.repeat(count);

/** Inputs that grow with a number in one way each: what takes the square of it is seen at once. */
export const largeShapes: Readonly<Record<string, (count: number) => Manifest[]>> = {
  // One object
  containers: (n) => one({ containers: times(n, (index) => container(`web-${index}`)) }),
  'containers of one name': (n) => one({ containers: times(n, () => container('web')) }),
  'volumes and missing mounts': (n) =>
    one(
      { volumes: times(n, (index) => ({ name: `data-${index}`, emptyDir: {} })) },
      { volumeMounts: times(n, mount) },
    ),
  'containers with missing mounts': (n) =>
    one({
      volumes: times(n, (index) => ({ name: `data-${index}`, emptyDir: {} })),
      containers: times(n, (index) => container(`web-${index}`, { volumeMounts: [mount(index)] })),
    }),
  'nested mount paths': (n) =>
    one(
      { volumes: [{ name: 'data', emptyDir: {} }] },
      { volumeMounts: times(n, (index) => ({ name: 'data', mountPath: `/data/${index % 7}` })) },
    ),
  'volumes of one name': (n) => one({ volumes: times(n, () => ({ name: 'data', emptyDir: {} })) }),
  'missing keys': (n) => [settings(n), ...one({}, { env: times(n, keyRef) })],
  'missing ConfigMaps': (n) =>
    one({}, { envFrom: times(n, (index) => ({ configMapRef: { name: `absent-${index}` } })) }),
  variables: (n) => one({}, { env: times(n, (index) => ({ name: `KEY_${index}`, value: 1 })) }),
  'variables of one name': (n) => one({}, { env: times(n, () => ({ name: 'KEY', value: 'a' })) }),
  ports: (n) =>
    one(
      {},
      {
        ports: times(n, (index) => ({
          name: `p-${index}`,
          containerPort: index + 1,
          hostPort: 80,
        })),
      },
    ),
  'ports of a Service': (n) => [
    ...one({}, { ports: times(n, (index) => ({ name: `p-${index}`, containerPort: index })) }),
    service(
      'web',
      { app: 'web' },
      {
        ports: times(n, (index) => ({ name: `a-${index}`, port: 80, targetPort: `q-${index}` })),
      },
    ),
    service(
      'shop',
      { app: 'web' },
      {
        ports: times(n, (index) => ({ name: `a-${index}`, port: 80, targetPort: n + index })),
      },
    ),
  ],
  'probes of missing ports': (n) =>
    one({
      containers: times(n, (index) =>
        container(`web-${index}`, {
          ports: times(5, (port) => ({ name: `p-${port}`, containerPort: port + 1 })),
          readinessProbe: { httpGet: { port: `q-${index}` } },
        }),
      ),
    }),
  'keys of a ConfigMap': (n) => [settings(5 * n)],
  'keys of a Secret': (n) => [object('v1', 'Secret', 'a', { data: entries(5 * n, '?') })],
  'unknown fields': (n) => one(entries(n, 1), entries(n, 1)),
  'unknown objects': (n) => one(entries(n, { spec: { containers: 1 } })),
  'unknown fields beside missing ones': (n) =>
    one({ containers: times(n, (index) => ({ image: 'a', [`what${index}`]: 'a' })) }),
  labels: (n) => [deployment('web', entries(n, 'a b')), service('web', entries(n, 'a b'))],
  'labels of a selector': (n) =>
    one({}).map((workload) => ({
      ...workload,
      spec: { ...(workload['spec'] as Fields), selector: { matchLabels: entries(n, 'a') } },
    })),
  'missing labels': (n) => [deployment('web', { app: 'web' }), service('web', entries(n, 'a'))],
  'node selector': (n) => [cluster(3), ...one({ nodeSelector: entries(n, 'a') })],
  'node affinity': (n) => [
    cluster(3),
    ...one({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: times(n, (index) => ({
              matchExpressions: [{ key: `a-${index}`, operator: 'In', values: ['b'] }],
            })),
          },
        },
      },
    }),
  ],
  tolerations: (n) => [
    cluster(3),
    ...one({ tolerations: times(n, (index) => ({ key: `a-${index}`, operator: 'Exists' })) }),
  ],
  spread: (n) =>
    one({
      topologySpreadConstraints: times(n, () => ({
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: { matchLabels: { app: 'web' } },
      })),
    }),
  'sockets of the runtime': (n) =>
    one(
      {
        volumes: times(n, (index) => ({ name: `a-${index}`, hostPath: { path: '/var/run/' } })),
      },
      {
        volumeMounts: times(n, (index) => ({ name: `a-${index}`, mountPath: `/data/${index}` })),
      },
    ),
  resources: (n) => one({}, { resources: { limits: entries(n, '1x'), requests: entries(n, '2') } }),
  arguments: (n) =>
    one({}, { args: times(n, () => '--password=secret'), command: times(n, () => 'redis') }),
  'rules of an Ingress': (n) => [
    service(
      'web',
      { app: 'web' },
      {
        ports: times(n, (index) => ({ name: `p-${index}`, port: index + 1000 })),
      },
    ),
    object('networking.k8s.io/v1', 'Ingress', 'web', {
      spec: {
        rules: times(n, (index) => ({
          host: `h${index}.example.com`,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'web', port: { name: 'absent' } } },
              },
              {
                path: '/b',
                pathType: 'Prefix',
                backend: { service: { name: `absent-${index}`, port: { number: 80 } } },
              },
            ],
          },
        })),
        tls: times(n, (index) => ({ hosts: [`h${index}.example.com`], secretName: 'absent' })),
      },
    }),
  ],
  'rules of a Role': (n) => [
    object('rbac.authorization.k8s.io/v1', 'Role', 'a', {
      rules: times(n, () => ({
        apiGroups: ['*'],
        resources: ['pods', 'pod'],
        verbs: ['get', 'x'],
      })),
    }),
  ],
  'long text': (n) => [
    ...one(
      { nodeName: long(50 * n), serviceAccountName: `${'/'.repeat(50 * n)}a` },
      {
        image: `${'a/'.repeat(20 * n)}:`,
        workingDir: '/'.repeat(50 * n),
        args: [`${'a='.repeat(20 * n)} ${'/'.repeat(50 * n)}a`],
        env: [{ name: long(50 * n), value: long(50 * n) }],
        resources: { limits: { cpu: '1'.repeat(50 * n), memory: `1${' '.repeat(50 * n)}x` } },
        volumeMounts: [{ name: long(50 * n), mountPath: `${'/'.repeat(50 * n)}a` }],
      },
    ),
    service(
      long(50 * n),
      { app: long(50 * n), [long(50 * n)]: 'web', [`${'-'.repeat(50 * n)}a`]: '' },
      {
        ports: [{ port: 1, protocol: long(50 * n), name: long(50 * n), targetPort: long(50 * n) }],
        type: long(50 * n),
        clusterIP: '1.'.repeat(20 * n),
      },
    ),
    object('batch/v1', 'CronJob', 'a', {
      spec: { schedule: `@every ${'1'.repeat(50 * n)}x`, timeZone: long(50 * n) },
    }),
    object('batch/v1', 'CronJob', 'b', { spec: { schedule: `${' '.repeat(50 * n)}x` } }),
  ],
  'deep object': (n) =>
    one({
      affinity: nested(n, (inner) => ({ a: inner })),
      securityContext: nested(n, (inner) => [inner]),
    }),
  'deep custom object': (n) => [
    definition('example.com', 'v1', {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
      properties: nested(n, (inner) => ({ a: { type: 'object', properties: inner } }), {}),
    }),
    object('example.com/v1', 'Widget', 'a', { a: nested(n, (inner) => ({ a: inner })) }),
    object('example.org/v1', 'Other', 'a', { spec: nested(n, (inner) => ({ a: [inner] })) }),
    ...one({}, {}).map((manifest) => ({ ...manifest, status: nested(n, (inner) => [inner]) })),
  ],
  'deep alternatives': (n) => [
    definition('example.com', 'v1', {
      type: 'object',
      properties: {
        spec: nested(n, (inner) => ({ anyOf: [{ type: 'array' }, inner] }), { type: 'string' }),
      },
    }),
    object('example.com/v1', 'Widget', 'a', { spec: { a: 1 } }),
  ],
  'custom object with unknown fields': (n) => [
    definition('example.com', 'v1', {
      type: 'object',
      properties: Object.fromEntries(times(n, (index) => [`field${index}`, { type: 'string' }])),
    }),
    object('example.com/v1', 'Widget', 'a', entries(n, 1)),
  ],

  // Many objects
  'Services of one label': (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: 'web', pod: `p-${index}` })),
    ...times(n, (index) => service(`web-${index}`, { app: 'web' }, { ports: [{ port: index }] })),
  ],
  'Services of two labels': (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: 'web', tier: 'front' })),
    ...times(n, (index) => service(`web-${index}`, { app: 'web', tier: 'front' })),
  ],
  'Services without a namespace': (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: 'web' })),
    ...times(n, (index) => ({
      ...deployment(`x-${index}`, { app: 'web' }),
      metadata: { name: `x-${index}` },
    })),
    ...times(n, (index) => service(`web-${index}`, { app: 'web' })),
  ],
  'Services that select nothing': (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: `web-${index}` })),
    ...times(n, (index) => service(`web-${index}`, { app: `absent-${index}` })),
  ],
  'Services of mislabelled pods': (n) => [
    ...times(n, (index) => {
      const wrong = deployment(`web-${index}`, { app: `web-${index}` });
      return {
        ...wrong,
        spec: { ...(wrong['spec'] as Fields), selector: { matchLabels: { app: `x-${index}` } } },
      };
    }),
    ...times(n, (index) => service(`web-${index}`, { app: `x-${index}` })),
  ],
  'budgets of one label': (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: 'web' })),
    ...times(n, (index) => budget(`web-${index}`, { matchLabels: { app: 'web' } })),
  ],
  'budgets by NotIn': (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: `web-${index}` })),
    ...times(n, (index) => budget(`web-${index}`, notIn(index))),
  ],
  'budgets by In': (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: `web-${index}` })),
    ...times(n, (index) =>
      budget(`web-${index}`, {
        matchExpressions: [{ key: 'app', operator: 'In', values: [`web-${index}`] }],
      }),
    ),
  ],
  'budgets that select nothing': (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: `web-${index}` })),
    ...times(n, (index) => budget(`web-${index}`, { matchLabels: { app: `absent-${index}` } })),
  ],
  'policies of all pods': (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: `web-${index}` })),
    ...times(n, (index) => policy(`web-${index}`, {})),
  ],
  'policies by NotIn': (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: `web-${index}` })),
    ...times(n, (index) => policy(`web-${index}`, notIn(index))),
  ],
  autoscalers: (n) => [
    ...times(n, (index) => deployment(`web-${index}`, { app: `web-${index}` })),
    ...times(n, (index) => scaler(`web-${index}`, 'web-0')),
    ...times(n, (index) => scaler(`x-${index}`, `absent-${index}`)),
  ],
  'objects of one name': (n) => times(n, () => deployment('web', { app: 'web' })),
  'Services of one name': (n) =>
    times(n, () => service('web', { app: 'web' }, { ports: [{ port: 80, nodePort: 30080 }] })),
  'ConfigMaps of one name': (n) => [
    ...times(n, () => object('v1', 'ConfigMap', 'settings', { data: { a: 'b' } })),
    ...one({}, { env: times(n, keyRef) }),
  ],
  'host ports': (n) => [
    cluster(5),
    ...times(n, (index) =>
      deployment(
        `web-${index}`,
        { app: `web-${index}` },
        { ports: [{ containerPort: 80, hostPort: 80 }] },
      ),
    ),
  ],
  'host ports of hosts': (n) => [
    cluster(n),
    ...times(n, (index) =>
      deployment(
        `web-${index}`,
        { app: `web-${index}` },
        { ports: [{ containerPort: 80, hostPort: 80 }] },
        {
          nodeSelector: { 'kubernetes.io/hostname': `node${index}` },
        },
      ),
    ),
  ],
  'node selectors': (n) => [
    cluster(5),
    ...times(n, (index) =>
      deployment(
        `web-${index}`,
        { app: `web-${index}` },
        {},
        { nodeSelector: { disk: `d-${index}` } },
      ),
    ),
  ],
  'anti-affinity': (n) => [
    cluster(5),
    ...times(n, (index) =>
      deployment(
        `web-${index}`,
        { app: 'web' },
        {},
        {
          affinity: {
            podAntiAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                {
                  topologyKey: 'kubernetes.io/hostname',
                  labelSelector: { matchLabels: { app: 'web' } },
                },
              ],
            },
          },
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              minDomains: 9,
              topologyKey: 'kubernetes.io/hostname',
              whenUnsatisfiable: 'DoNotSchedule',
              labelSelector: notIn(index),
            },
          ],
        },
      ),
    ),
  ],
  claims: (n) => [
    ...times(n, (index) =>
      deployment(
        `web-${index}`,
        { app: 'web' },
        {},
        {
          volumes: [{ name: 'data', persistentVolumeClaim: { claimName: `absent-${index}` } }],
        },
      ),
    ),
    ...times(n, (index) =>
      object('v1', 'PersistentVolumeClaim', `data-${index}`, {
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: `absent-${index}`,
          resources: { requests: { storage: '1Gi' } },
        },
      }),
    ),
  ],
  'claims of StatefulSets': (n) =>
    times(n, (index) =>
      object('apps/v1', 'StatefulSet', `web-${index}`, {
        spec: {
          serviceName: `absent-${index}`,
          selector: { matchLabels: { app: 'web' } },
          template: {
            metadata: { labels: { app: 'web' } },
            spec: { containers: [container('a')] },
          },
          volumeClaimTemplates: [
            {
              metadata: { name: 'data' },
              spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
            },
          ],
        },
      }),
    ),
  namespaces: (n) => [
    ...times(n, (index) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: `n-${index}` },
    })),
    ...times(n, (index) => ({
      ...deployment('web', { app: 'web' }),
      metadata: { name: 'web', namespace: `m-${index}` },
    })),
    ...times(n, (index) => ({
      ...service('web', { app: 'web' }),
      metadata: { name: 'web', namespace: `n-${index}` },
    })),
  ],
  'custom kinds': (n) => [
    ...times(n, (index) => definition(`g${index}.example.com`, 'v1', { type: 'object' })),
    ...times(n, (index) => object(`g${index}.example.com/v2`, 'Widget', `w-${index}`, {})),
  ],
  'role bindings': (n) =>
    times(n, (index) =>
      object('rbac.authorization.k8s.io/v1', 'RoleBinding', `a-${index}`, {
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: `absent-${index}` },
        subjects: times(3, () => ({
          kind: 'ServiceAccount',
          name: `absent-${index}`,
          namespace: 'shop',
        })),
      }),
    ),
  'Ingresses of missing Services': (n) =>
    times(n, (index) =>
      object('networking.k8s.io/v1', 'Ingress', `web-${index}`, {
        spec: { defaultBackend: { service: { name: `absent-${index}`, port: { number: 80 } } } },
      }),
    ),

  // KubeKey
  'hosts of a cluster': (n) => [cluster(n)],
  'hosts of one name': (n) => [
    cluster(1, {
      hosts: times(n, () => ({ name: 'node0', address: '10.0.0.1', user: 'root', password: 1 })),
      roleGroups: { etcd: times(n, () => 'node0'), master: times(n, (index) => `absent-${index}`) },
    }),
  ],
  'groups of a cluster': (n) => [
    cluster(1, { roleGroups: entries(n, ['node0']), unknown: entries(n, 1), ...entries(n, 1) }),
  ],
  'lists of a cluster': (n) => [
    cluster(1, {
      network: { kubePodsCIDR: times(n, () => '10.0.0.0/99').join(','), plugin: long(50 * n) },
      registry: {
        registryMirrors: times(n, () => 'docker.io'),
        insecureRegistries: times(n, (index) => `a-${index}`),
        auths: entries(n, { username: 1 }),
      },
      addons: times(n, () => ({ name: 'a', sources: { chart: {}, yaml: {} } })),
      hosts: [
        {
          name: 'node0',
          address: '10.0.0.1',
          user: 'root',
          labels: { [`${'-'.repeat(50 * n)}a`]: long(50 * n), ...entries(n, 'a b') },
        },
      ],
      kubernetes: {
        version: '1'.repeat(50 * n),
        kubeletArgs: times(n, () => 'a=b'),
        apiserverArgs: times(n, (index) => `a-${index}=${long(10)}`),
        featureGates: entries(n, true),
      },
    }),
  ],
};
