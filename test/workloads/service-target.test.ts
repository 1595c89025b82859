import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { GroundworkError } from '../../src/errors';
import { at } from '../../src/manifest/manifest';
import { AppDeployment } from '../../src/workloads/app-deployment';
import type { AppDeploymentProps } from '../../src/workloads/app-deployment-props';
import {
  ClusterIpService,
  type ClusterIpServiceProps,
} from '../../src/workloads/cluster-ip-service';
import { NodePortService } from '../../src/workloads/node-port-service';

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

function refusal(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    expect(error).toBeInstanceOf(GroundworkError);
    return (error as GroundworkError).message;
  }
  return '';
}

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

test('a kplus.Pod and a kplus.DaemonSet', () => {
  const { chart } = setUp();
  const pod = new kplus.Pod(chart, 'pod', { containers });
  const agents = new kplus.DaemonSet(chart, 'agents', { containers });
  for (const selects of [pod, agents]) {
    new ClusterIpService(chart, `${selects.node.id}-service`, { selects });
    expect(at(last(chart), 'spec')).toEqual({
      selector: {
        'cdk8s.io/metadata.addr': selects.podMetadata.getLabel('cdk8s.io/metadata.addr'),
      },
      ports: [{ protocol: 'TCP', port: 9000, targetPort: 9000 }],
    });
  }
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
