import { App, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { GroundworkError } from '../../src/errors';
import { at } from '../../src/manifest/manifest';
import { AppDeployment } from '../../src/workloads/app-deployment';
import type { AppDeploymentProps } from '../../src/workloads/app-deployment-props';
import {
  ClusterIpService,
  type ClusterIpServiceProps,
} from '../../src/workloads/cluster-ip-service';
import { LoadBalancerService } from '../../src/workloads/load-balancer-service';
import { NodePortService, type NodePortServiceProps } from '../../src/workloads/node-port-service';

function setUp(props: Partial<AppDeploymentProps> = { port: 80 }): {
  chart: Chart;
  web: AppDeployment;
} {
  const chart = new Chart(Testing.app(), 'ng');
  return { chart, web: new AppDeployment(chart, 'web', { image: 'nginx:1.27', ...props }) };
}

/** What the last construct of a chart writes. */
function last(chart: Chart): unknown {
  return (Testing.synth(chart) as unknown[]).at(-1);
}

/** The ports of a Service that selects a workload with these props. */
function portsFor(
  workload: Partial<AppDeploymentProps>,
  props: Partial<NodePortServiceProps> = {},
): unknown {
  const { chart, web } = setUp(workload);
  new NodePortService(chart, 'service', { selects: web, ...props });
  return at(last(chart), 'spec', 'ports');
}

function refusal(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    expect(error).toBeInstanceOf(GroundworkError);
    return (error as GroundworkError).message;
  }
  return '';
}

test("writes the lesson's Service", () => {
  const { chart, web } = setUp({ labels: { app: 'nginx' }, port: 80 });
  new NodePortService(chart, 'service', {
    name: 'nginx-service',
    selects: web,
    nodePort: 30007,
  });
  expect(last(chart)).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'nginx-service', labels: { app: 'nginx' } },
    spec: {
      type: 'NodePort',
      selector: { app: 'nginx' },
      ports: [{ protocol: 'TCP', port: 80, targetPort: 80, nodePort: 30007 }],
    },
  });
});

describe('the type', () => {
  test('ClusterIP is not written, since it is what a Service is anyway', () => {
    const { chart, web } = setUp();
    new ClusterIpService(chart, 'service', { selects: web });
    expect(at(last(chart), 'spec')).toEqual({
      selector: { app: 'web' },
      ports: [{ protocol: 'TCP', port: 80, targetPort: 80 }],
    });
  });

  test('LoadBalancer takes its own fields', () => {
    const { chart, web } = setUp();
    new LoadBalancerService(chart, 'service', {
      selects: web,
      externalTrafficPolicy: 'Local',
      loadBalancerClass: 'example.com/lb',
      loadBalancerSourceRanges: ['203.0.113.0/24'],
    });
    expect(at(last(chart), 'spec')).toEqual({
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      loadBalancerClass: 'example.com/lb',
      loadBalancerSourceRanges: ['203.0.113.0/24'],
      selector: { app: 'web' },
      ports: [{ protocol: 'TCP', port: 80, targetPort: 80 }],
    });
  });

  test('takes any other field through spec, and refuses one said twice differently', () => {
    const { chart, web } = setUp();
    new ClusterIpService(chart, 'service', {
      selects: web,
      spec: { clusterIP: 'None', sessionAffinity: 'ClientIP' },
    });
    expect(at(last(chart), 'spec')).toMatchObject({
      clusterIP: 'None',
      sessionAffinity: 'ClientIP',
    });
    expect(
      refusal(
        () =>
          new NodePortService(chart, 'twice', {
            selects: web,
            externalTrafficPolicy: 'Local',
            spec: { externalTrafficPolicy: 'Cluster' },
          }),
      ),
    ).toBe(
      'ng/twice: two different values for one field, got "Local" in externalTrafficPolicy and "Cluster" in spec.externalTrafficPolicy. Say it in one of the two places.',
    );
  });
});

describe('the metadata', () => {
  test('carries the selector as labels, unless labels are given', () => {
    const { chart, web } = setUp({ labels: { app: 'shop', tier: 'front' }, port: 80 });
    new ClusterIpService(chart, 'a', { selects: web });
    expect(at(last(chart), 'metadata')).toEqual({ name: 'a', labels: { app: 'shop' } });
    new ClusterIpService(chart, 'b', { selects: web, labels: { tier: 'back' } });
    expect(at(last(chart), 'metadata')).toEqual({ name: 'b', labels: { tier: 'back' } });
  });

  test('has the namespace of the workload', () => {
    const { chart, web } = setUp({ namespace: 'shop', port: 80 });
    new ClusterIpService(chart, 'a', { selects: web, annotations: { note: 'x' } });
    expect(at(last(chart), 'metadata')).toMatchObject({
      namespace: 'shop',
      annotations: { note: 'x' },
    });
    expect(
      refusal(() => new ClusterIpService(chart, 'b', { selects: web, namespace: 'other' })),
    ).toContain('ng/b: namespace must be that of the pods it selects, got "other"');
  });
});

describe('the ports', () => {
  test('lead to the port of the workload', () => {
    expect(portsFor({ port: 8080 }, { port: 80 })).toEqual([
      { protocol: 'TCP', port: 80, targetPort: 8080 },
    ]);
  });

  test('lead where targetPort says, by number or by name', () => {
    expect(portsFor({ port: 8080 }, { port: 80, targetPort: 9090 })).toEqual([
      { protocol: 'TCP', port: 80, targetPort: 9090 },
    ]);
    expect(portsFor({ port: 80 }, { targetPort: 9090 })).toEqual([
      { protocol: 'TCP', port: 80, targetPort: 9090 },
    ]);
    const ports = [{ name: 'http', containerPort: 8080 }];
    expect(portsFor({ ports }, { targetPort: 'http' })).toEqual([
      { protocol: 'TCP', port: 8080, targetPort: 'http' },
    ]);
  });

  test('have the protocol of the workload', () => {
    const ports = [{ containerPort: 53, protocol: 'UDP' as const }];
    expect(portsFor({ ports })).toEqual([{ protocol: 'UDP', port: 53, targetPort: 53 }]);
  });

  test('are all of the workload, each with a name, where it has several', () => {
    const ports = [
      { name: 'http', containerPort: 8080 },
      { containerPort: 53 },
      { containerPort: 53, protocol: 'UDP' as const },
    ];
    expect(portsFor({ ports })).toEqual([
      { name: 'http', protocol: 'TCP', port: 8080, targetPort: 8080 },
      { name: 'tcp-53', protocol: 'TCP', port: 53, targetPort: 53 },
      { name: 'udp-53', protocol: 'UDP', port: 53, targetPort: 53 },
    ]);
  });

  test('are those of the main container, not of what runs beside it', () => {
    const containers = [{ name: 'log', image: 'log:1', ports: [{ containerPort: 2020 }] }];
    expect(portsFor({ port: 80, containers })).toHaveLength(1);
    expect(portsFor({ containers })).toEqual([{ protocol: 'TCP', port: 2020, targetPort: 2020 }]);
  });

  test('can be written one by one, completed by name and by number', () => {
    const ports = [
      { name: 'http', containerPort: 8080 },
      { name: 'metrics', containerPort: 9100 },
    ];
    expect(
      portsFor(
        { ports },
        {
          ports: [
            { name: 'http', port: 80, nodePort: 30080, appProtocol: 'http' },
            { port: 9100 },
            { name: 'other', port: 81, targetPort: 8181 },
          ],
        },
      ),
    ).toEqual([
      {
        name: 'http',
        protocol: 'TCP',
        appProtocol: 'http',
        port: 80,
        targetPort: 8080,
        nodePort: 30080,
      },
      { name: 'metrics', protocol: 'TCP', port: 9100, targetPort: 9100 },
      { name: 'other', protocol: 'TCP', port: 81, targetPort: 8181 },
    ]);
  });

  test('may be lazy', () => {
    const late: unknown = Lazy.any({ produce: () => 81 });
    expect(portsFor({ port: late as number })).toEqual([
      { protocol: 'TCP', port: 81, targetPort: 81 },
    ]);
  });

  const several = {
    ports: [
      { name: 'http', containerPort: 8080 },
      { name: 'metrics', containerPort: 9100 },
    ],
  };
  test.each<[string, Partial<AppDeploymentProps>, Partial<NodePortServiceProps>, string]>([
    ['none at all', {}, {}, 'port must be given, since what it selects names no such port'],
    ['a name alone', {}, { targetPort: 'http' }, 'port must be given'],
    ['an empty list', { port: 80 }, { ports: [] }, 'port must be given'],
    ['0', { port: 80 }, { port: 0 }, 'port must be a whole number from 1 to 65535, got 0'],
    ['a text', { port: 80 }, { port: '80' as never }, 'port must be a whole number'],
    ['8080.5', { port: 80 }, { targetPort: 8080.5 }, 'targetPort must be a whole number'],
    ['a number as text', { port: 80 }, { targetPort: '80' }, 'targetPort must hold only'],
    ['a nodePort beyond all', { port: 80 }, { nodePort: 70000 }, 'nodePort must be a whole'],
    ['one nodePort for several', several, { nodePort: 30007 }, 'nodePort must belong to one port'],
    ['no targetPort for another port', several, { port: 80 }, 'targetPort must be given'],
    [
      'both forms',
      { port: 80 },
      { port: 80, ports: [{ port: 80 }] },
      'port must be left out where ports is given, got 80. Say it in ports.',
    ],
    [
      'one port twice',
      {},
      {
        ports: [
          { name: 'a', port: 80 },
          { name: 'b', port: 80 },
        ],
      },
      '80/TCP',
    ],
    [
      'one name twice',
      {},
      {
        ports: [
          { name: 'a', port: 80 },
          { name: 'a', port: 81 },
        ],
      },
      'got a',
    ],
    ['a bad name', {}, { ports: [{ name: 'A', port: 80 }] }, 'the name of a port must hold'],
  ])('are refused for %s', (_, workload, props, message) => {
    const text = refusal(() => portsFor(workload, props));
    expect(text).toContain(`ng/service: `);
    expect(text).toContain(message);
    expect(text.split('\n')).toHaveLength(1);
  });
});

describe('selects', () => {
  test('plain labels', () => {
    const { chart } = setUp();
    new ClusterIpService(chart, 'service', { selects: { app: 'other' }, port: 80 });
    expect(last(chart)).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'service', labels: { app: 'other' } },
      spec: {
        selector: { app: 'other' },
        ports: [{ protocol: 'TCP', port: 80, targetPort: 80 }],
      },
    });
  });

  const containers = [
    { image: 'nginx:1.27', ports: [{ number: 9000, name: 'http', protocol: kplus.Protocol.TCP }] },
  ];

  test('a kplus.Deployment, with its port', () => {
    const { chart } = setUp();
    const backend = new kplus.Deployment(chart, 'backend', { containers });
    new ClusterIpService(chart, 'service', { selects: backend, port: 80 });

    const labels = backend.matchLabels;
    expect(Object.keys(labels)).toEqual(['cdk8s.io/metadata.addr']);
    expect(last(chart)).toMatchObject({
      metadata: { labels },
      spec: { selector: labels, ports: [{ protocol: 'TCP', port: 80, targetPort: 9000 }] },
    });
  });

  test('a kplus.StatefulSet', () => {
    const { chart } = setUp();
    const service = new kplus.Service(chart, 'headless', { ports: [{ port: 5432 }] });
    const db = new kplus.StatefulSet(chart, 'db', {
      service,
      containers: [{ image: 'postgres:17', portNumber: 5432 }],
      metadata: { namespace: 'data' },
    });
    new NodePortService(chart, 'service', { selects: db });

    const objects = Testing.synth(chart) as { kind: string }[];
    const set = objects.find(({ kind }) => kind === 'StatefulSet');
    expect(objects.at(-1)).toMatchObject({
      metadata: { namespace: 'data' },
      spec: {
        selector: at(set, 'spec', 'selector', 'matchLabels'),
        ports: [{ port: 5432, targetPort: 5432 }],
      },
    });
  });

  test('a kplus.Deployment by the labels that it was told to select by', () => {
    const { chart } = setUp();
    const backend = new kplus.Deployment(chart, 'backend', {
      containers,
      select: false,
      podMetadata: { labels: { app: 'backend' } },
    });
    backend.select(kplus.LabelSelector.of({ labels: { app: 'backend' } }));
    new ClusterIpService(chart, 'service', { selects: backend });
    expect(at(last(chart), 'spec', 'selector')).toEqual({ app: 'backend' });
  });

  test('a kplus.Deployment with conditions by the label that all its pods carry', () => {
    const { chart } = setUp();
    const backend = new kplus.Deployment(chart, 'backend', { containers });
    backend.select(kplus.LabelSelector.of({ expressions: [kplus.LabelExpression.exists('tier')] }));
    new ClusterIpService(chart, 'service', { selects: backend });
    expect(at(last(chart), 'spec', 'selector')).toEqual(backend.matchLabels);
  });

  test('kplus.Pods by their labels, in their namespace', () => {
    const { chart } = setUp();
    const namespaces = kplus.Namespaces.select(chart, 'spaces', { names: ['shop'] });
    const pods = kplus.Pods.select(chart, 'pods', { labels: { app: 'web' }, namespaces });
    new ClusterIpService(chart, 'service', { selects: pods, port: 80 });
    expect(last(chart)).toMatchObject({
      metadata: { namespace: 'shop' },
      spec: { selector: { app: 'web' } },
    });
  });

  test('anything of that structure, of whatever class', () => {
    const { chart } = setUp();
    const selects = {
      toPodSelectorConfig: () => ({ labelSelector: { matchLabels: { app: 'x' } } }),
      containers: [{ ports: [{ number: 81 }] }],
    };
    new ClusterIpService(chart, 'service', { selects });
    expect(at(last(chart), 'spec')).toEqual({
      selector: { app: 'x' },
      ports: [{ protocol: 'TCP', port: 81, targetPort: 81 }],
    });
  });

  test.each<[string, (chart: Chart) => ClusterIpServiceProps['selects'], string]>([
    ['no label', () => ({}), 'selects must name a label of the pods, got {}'],
    ['a label that is none', () => ({ app: 'a b' }), 'selects[app] must hold only'],
    ['all pods', (chart) => kplus.Pods.all(chart, 'pods'), 'selects must name a label'],
    [
      'conditions',
      (chart) =>
        kplus.Pods.select(chart, 'pods', { expressions: [kplus.LabelExpression.exists('tier')] }),
      'selects must select by labels alone, as a Service does, got the conditions [{"key":"tier","operator":"Exists"}]',
    ],
    [
      'several namespaces',
      (chart) =>
        kplus.Pods.select(chart, 'pods', {
          labels: { app: 'web' },
          namespaces: kplus.Namespaces.select(chart, 'spaces', { names: ['a', 'b'] }),
        }),
      'selects must select pods of one namespace, as a Service does, got ["a","b"]',
    ],
  ])('is refused for %s', (_, selects, message) => {
    const { chart } = setUp();
    const text = refusal(
      () => new ClusterIpService(chart, 'service', { selects: selects(chart), port: 80 }),
    );
    expect(text).toContain(`ng/service: ${message}`);
  });

  test('is read once: the types refuse what selects no pods', () => {
    const { chart } = setUp();
    // @ts-expect-error a text selects nothing
    expect(() => new ClusterIpService(chart, 'a', { selects: 'web', port: 80 })).toThrow();
    // @ts-expect-error a nodePort is no matter of a Service inside the cluster
    new ClusterIpService(chart, 'b', { selects: { app: 'a' }, port: 80, nodePort: undefined });
  });
});

test('all problems come at once', () => {
  const { chart } = setUp();
  const text = refusal(
    () =>
      new NodePortService(chart, '1st', { selects: {}, labels: { a: '-' }, port: 0, nodePort: -1 }),
  );
  expect(text.split('\n').map((line) => line.split(' must ')[0])).toEqual([
    'ng/1st: name',
    'ng/1st: labels[a]',
    'ng/1st: selects',
    'ng/1st: port',
    'ng/1st: nodePort',
  ]);
});

test('is refused outside a chart', () => {
  expect(
    refusal(() => new NodePortService(new App(), 'service', { selects: { app: 'a' }, port: 80 })),
  ).toContain('service: must be in a file, got the app itself as its scope');
});

test('takes JSON patches and dependencies', () => {
  const { chart, web } = setUp();
  const service = new ClusterIpService(chart, 'a', { selects: web });
  service.addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferClose'));
  web.addDependency(service);
  expect(Testing.synth(chart)[0]).toMatchObject({
    kind: 'Service',
    spec: { trafficDistribution: 'PreferClose' },
  });
});
