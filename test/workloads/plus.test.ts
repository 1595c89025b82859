import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { at } from '../../src/manifest/manifest';
import { AppDeployment } from '../../src/workloads/app-deployment';
import type { AppDeploymentProps } from '../../src/workloads/app-deployment-props';

const resources = { requests: { cpu: '250m', memory: '64Mi' }, limits: { memory: 134217728 } };

function setUp(props: Partial<AppDeploymentProps> = {}): { chart: Chart; web: AppDeployment } {
  const chart = new Chart(Testing.app(), 'ng');
  const web = new AppDeployment(chart, 'web', { image: 'nginx:1.27', port: 80, ...props });
  return { chart, web };
}

function synth(chart: Chart, kind: string): unknown {
  const objects = Testing.synth(chart) as { kind: string }[];
  return objects.filter((object) => object.kind === kind).at(-1);
}

describe('a kplus.HorizontalPodAutoscaler', () => {
  test('takes an AppDeployment as its target', () => {
    const { chart, web } = setUp({ resources });
    new kplus.HorizontalPodAutoscaler(chart, 'hpa', {
      target: web,
      minReplicas: 2,
      maxReplicas: 5,
    });

    expect(web.hasAutoscaler).toBe(true);
    expect(at(synth(chart, 'HorizontalPodAutoscaler'), 'spec')).toMatchObject({
      minReplicas: 2,
      maxReplicas: 5,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    });
    expect(at(synth(chart, 'Deployment'), 'spec')).not.toHaveProperty('replicas');
  });

  test('can scale on the CPU of a container of its target', () => {
    const { chart, web } = setUp({ resources });
    const [container] = web.toScalingTarget().containers;
    new kplus.HorizontalPodAutoscaler(chart, 'hpa', {
      target: web,
      maxReplicas: 5,
      metrics: [
        kplus.Metric.containerCpu({
          container: container!,
          target: kplus.MetricTarget.averageUtilization(70),
        }),
      ],
    });

    const metric = at(synth(chart, 'HorizontalPodAutoscaler'), 'spec', 'metrics', 0);
    expect(at(metric, 'containerResource', 'container')).toBe('web');
  });

  test('fails at synth where the target says its replicas', () => {
    const { chart, web } = setUp({ resources, replicas: 3 });
    new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target: web, maxReplicas: 5 });

    expect((): unknown => Testing.synth(chart)).toThrow(
      /cannot have a fixed number of replicas \(3\)/,
    );
  });

  test('fails at synth where it has neither metrics nor requests to go by', () => {
    const { chart, web } = setUp();
    new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target: web, maxReplicas: 5 });

    expect((): unknown => Testing.synth(chart)).toThrow(/does not have metrics defined/);
  });
});

test('an autoscaler is told the CPU and the memory of each container', () => {
  const { web } = setUp({ resources, containers: [{ name: 'log', image: 'fluent-bit:3' }] });
  const [main, log] = web.toScalingTarget().containers;

  expect(main?.name).toBe('web');
  expect(main?.image).toBe('nginx:1.27');
  expect(main?.resources?.cpu?.request?.amount).toBe('250m');
  expect(main?.resources?.cpu?.limit).toBeUndefined();
  expect(main?.resources?.memory?.request?.toMebibytes()).toBe(64);
  expect(main?.resources?.memory?.limit?.toMebibytes()).toBe(128);
  expect(log?.name).toBe('log');
  expect(log?.resources?.cpu?.request).toBeUndefined();
});

test.each([
  ['0.5', '500m'],
  [2, '2000m'],
  ['1k', '1000000m'],
  ['1e3', '1000000m'],
  ['2m', '2m'],
])('reads %p of CPU as %s', (cpu, millis) => {
  const { web } = setUp({ resources: { requests: { cpu } } });
  expect(web.toScalingTarget().containers[0]?.resources?.cpu?.request?.amount).toBe(millis);
});

describe('a kplus.NetworkPolicy', () => {
  test('selects the pods of an AppDeployment', () => {
    const { chart, web } = setUp({ namespace: 'shop' });
    new kplus.NetworkPolicy(chart, 'policy', { selector: web });

    expect(synth(chart, 'NetworkPolicy')).toMatchObject({
      metadata: { namespace: 'shop' },
      spec: { podSelector: { matchLabels: { app: 'web' } } },
    });
  });

  test('takes an AppDeployment as a peer', () => {
    const { chart, web } = setUp();
    const policy = new kplus.NetworkPolicy(chart, 'policy');
    policy.addIngressRule(web, [kplus.NetworkPolicyPort.tcp(80)]);

    expect(at(synth(chart, 'NetworkPolicy'), 'spec', 'ingress')).toEqual([
      {
        from: [{ podSelector: { matchLabels: { app: 'web' } } }],
        ports: [{ port: 80, protocol: 'TCP' }],
      },
    ]);
  });
});

test('connections of a kplus.Deployment take an AppDeployment', () => {
  const { chart, web } = setUp();
  const backend = new kplus.Deployment(chart, 'backend', { containers: [{ image: 'api:1' }] });
  backend.connections.allowFrom(web);

  const policies = (Testing.synth(chart) as { kind: string }[]).filter(
    ({ kind }) => kind === 'NetworkPolicy',
  );
  expect(policies).toHaveLength(2);
  expect(JSON.stringify(policies)).toContain('"matchLabels":{"app":"web"}');
});

test('a kplus.Service selects the pods of an AppDeployment', () => {
  const { chart, web } = setUp();
  new kplus.Service(chart, 'service', { selector: web, ports: [{ port: 80 }] });

  expect(at(synth(chart, 'Service'), 'spec', 'selector')).toEqual({ app: 'web' });
});

test('a kplus.Deployment is scheduled beside an AppDeployment', () => {
  const { chart, web } = setUp();
  const cache = new kplus.Deployment(chart, 'cache', { containers: [{ image: 'redis:7' }] });
  cache.scheduling.colocate(web);

  const affinity = at(synth(chart, 'Deployment'), 'spec', 'template', 'spec', 'affinity');
  expect(JSON.stringify(affinity)).toContain('"matchLabels":{"app":"web"}');
});

test('cdk8s-plus-28 is loaded only when it is used', () => {
  const script = `
    const { Chart, Testing } = require('cdk8s');
    const { AppDeployment } = require('./src/workloads/app-deployment');
    const { NodePortService } = require('./src/workloads/node-port-service');
    const loaded = () => Object.keys(require.cache).some((file) => file.includes('cdk8s-plus-28'));
    const chart = new Chart(Testing.app(), 'ng');
    const web = new AppDeployment(chart, 'web', { image: 'nginx:1.27', port: 80 });
    new NodePortService(chart, 'service', { selects: web });
    Testing.synth(chart);
    const before = loaded();
    web.toPodSelectorConfig();
    process.stdout.write(JSON.stringify([before, loaded()]));
  `;
  const root = resolve(__dirname, '../..');
  const out = execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], { cwd: root });
  expect(JSON.parse(out.toString())).toEqual([false, true]);
});
