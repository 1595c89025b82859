import { App, Chart, JsonPatch, Testing } from 'cdk8s';
import { GroundworkError } from '../../src/errors';
import { at } from '../../src/manifest/manifest';
import { AppDeployment } from '../../src/workloads/app-deployment';
import type { AppDeploymentProps } from '../../src/workloads/app-deployment-props';
import { ClusterIpService } from '../../src/workloads/cluster-ip-service';
import { LoadBalancerService } from '../../src/workloads/load-balancer-service';
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
