import { Chart, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import { GroundworkError } from '../../src/errors';
import { AppDeployment } from '../../src/workloads/app-deployment';
import { appDeploymentForms } from '../../src/workloads/app-deployment-props';
import { ClusterIpService } from '../../src/workloads/cluster-ip-service';
import { KubeObject } from '../../src/workloads/kube-object';
import { LoadBalancerService } from '../../src/workloads/load-balancer-service';
import { NodePortService } from '../../src/workloads/node-port-service';
import { serviceForms } from '../../src/workloads/service-props';
import { WebApp } from '../../src/workloads/web-app';

// Programs that run without the compiler, as tsx runs them, meet these as they run.
type Make = new (scope: Construct, id: string, props: never) => unknown;

/** The lines of the error that a construct is refused with, in a file `ng`. */
function refusal(Made: Make, id: unknown, props?: unknown, scope?: unknown): string[] {
  const file = new Chart(Testing.app(), 'ng');
  try {
    new Made((scope === undefined ? file : scope) as Construct, id as string, props as never);
  } catch (error) {
    expect(error).toBeInstanceOf(GroundworkError);
    return (error as GroundworkError).message.split('\n');
  }
  return [];
}

const image = 'nginx:1.27';

test('labels that are a text', () => {
  expect(refusal(AppDeployment, 'nginx', { image, labels: 'nginx' })).toEqual([
    `ng/nginx: labels must be a mapping of names to texts, got "nginx". Write labels: { app: 'nginx' }.`,
  ]);
});

test('all problems at once, each of a wrong form and each of a wrong value', () => {
  const props = { image: undefined, port: '80', replicas: '2', env: 'LEVEL=info', volumes: {} };
  const lines = refusal(AppDeployment, 'nginx', props);
  expect(lines).toHaveLength(5);
  expect(lines.join('\n')).toContain('replicas must be a whole number, 0 or more, got "2"');
  expect(lines.join('\n')).toContain('a whole number from 1 to 65535, got "80"');
  expect(lines.join('\n')).toContain('the image of container "nginx" must be given, got nothing');
  expect(lines).toContain(
    `ng/nginx: env must be a list of mappings, got "LEVEL=info". Write env: [{ name: 'LEVEL', value: 'info' }].`,
  );
});

const structured = Object.entries(appDeploymentForms).filter(([, example]) => example !== true);

test.each(structured)('an AppDeployment takes the example of %s and no text', (prop, example) => {
  expect(refusal(AppDeployment, 'nginx', { image, [prop]: example })).toEqual([]);
  expect(refusal(AppDeployment, 'nginx', { image, [prop]: 'x' })).toEqual([
    expect.stringContaining(`ng/nginx: ${prop} must be a `),
  ]);
  expect(refusal(WebApp, 'nginx', { image, port: 80, [prop]: 'x' })).toEqual([
    expect.stringContaining(`ng/nginx/deployment: ${prop} must be a `),
  ]);
});

const ofServices = Object.entries(serviceForms).filter(([, example]) => example !== true);

test.each(ofServices)('a Service takes the example of %s and no text', (prop, example) => {
  const selects = { app: 'nginx' };
  const port = prop === 'ports' ? undefined : 80;
  expect(refusal(ClusterIpService, 'service', { selects, port, [prop]: example })).toEqual([]);
  expect(refusal(ClusterIpService, 'service', { selects, port: 80, [prop]: 'x' })).toEqual([
    expect.stringContaining(`ng/service: ${prop} must be a `),
  ]);
});

test('the addresses that may connect are a list', () => {
  const props = { selects: { app: 'nginx' }, port: 80, loadBalancerSourceRanges: '10.0.0.0/8' };
  expect(refusal(LoadBalancerService, 'service', props)).toEqual([
    `ng/service: loadBalancerSourceRanges must be a list of texts, got "10.0.0.0/8". Write loadBalancerSourceRanges: ['203.0.113.0/24'].`,
  ]);
});

const selecting =
  "Give the AppDeployment, such as selects: nginx, or its labels, such as { app: 'nginx' }.";

test('a Service that selects nothing', () => {
  const line = `ng/service: selects must be a workload or labels, got nothing. ${selecting}`;
  expect(refusal(NodePortService, 'service', { nodePort: 30007 })).toEqual([line]);
  expect(refusal(NodePortService, 'service')).toEqual([line]);
});

test('a Service that selects the name of a variable', () => {
  expect(refusal(NodePortService, 'service', { selects: 'nginx', spec: 'x' })).toEqual([
    expect.stringContaining('ng/service: spec must be a mapping, got "x"'),
    `ng/service: selects must be a workload or labels, got "nginx". ${selecting} Give the variable, without quotes.`,
  ]);
});

test('metadata of another form', () => {
  const props = { apiVersion: 'v1', kind: 'ConfigMap' };
  expect(refusal(KubeObject, 'settings', { ...props, metadata: 'x' })).toEqual([
    expect.stringContaining('ng/settings: metadata must be a mapping, got "x"'),
  ]);
  expect(refusal(KubeObject, 'settings', { ...props, metadata: { labels: 'x' } })).toEqual([
    expect.stringContaining('ng/settings: labels must be a mapping of names to texts, got "x"'),
  ]);
});

test('an object that does not say what it is', () => {
  expect(refusal(KubeObject, 'settings')).toEqual([
    "ng/settings: apiVersion must be a text, got nothing. Write apiVersion: 'v1'.",
    "ng/settings: kind must be a text, got nothing. Write kind: 'ConfigMap'.",
  ]);
});

test('an app of a type of Service that there is not', () => {
  expect(refusal(WebApp, 'nginx', { image, port: 80, serviceType: 'nodeport' })).toEqual([
    'ng/nginx: serviceType must be one of ClusterIP, NodePort, LoadBalancer, got "nodeport". Write NodePort.',
  ]);
});

test.each([AppDeployment, WebApp, NodePortService, KubeObject])(
  '%p in no construct, without an id, or with a text for its props',
  (Made) => {
    expect(refusal(Made, 'nginx', {}, null)).toEqual([
      'nginx: the first argument must be a construct, got null. Give the app, or the file that it belongs to.',
    ]);
    expect(refusal(Made, { image })).toEqual([
      `ng: the id of a construct must be a text, got {"image":"nginx:1.27"}. Give it as the second argument, such as 'web', before the props.`,
    ]);
    expect(refusal(Made, 'nginx', image)).toEqual([
      `ng/nginx: props must be a mapping, got "nginx:1.27". Write them in braces, such as { name: 'web' }.`,
    ]);
  },
);

test('an app without any props is told what it needs', () => {
  expect(refusal(AppDeployment, 'nginx')).toEqual([
    'ng/nginx: the image of container "nginx" must be given, got nothing. Give an image such as "nginx:1.27".',
  ]);
});

test('finds what is spread into the props, where the compiler does not look', () => {
  expect(refusal(WebApp, 'web', { image, port: 80, replica: 2 })).toEqual([
    'ng/web/deployment: props must hold no unknown field, got replica. Write replicas if you mean that, or remove it.',
  ]);
  const service = { selects: { app: 'web' }, port: 80, nodeport: 30007 };
  expect(refusal(NodePortService, 'service', service)).toEqual([
    'ng/service: props must hold no unknown field, got nodeport. Write nodePort if you mean that, or remove it.',
  ]);
});
