import { ApiObject, App, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { GroundworkError } from '../../src/errors';
import { KubeObject, type KubeObjectProps } from '../../src/workloads/kube-object';

function newChart(): Chart {
  return new Chart(Testing.app(), 'ng');
}

function write(props: KubeObjectProps): unknown {
  const chart = newChart();
  new KubeObject(chart, 'thing', props);
  return (Testing.synth(chart) as unknown[])[0];
}

function refusal(props: KubeObjectProps, id = 'thing'): string {
  try {
    new KubeObject(newChart(), id, props);
  } catch (error) {
    expect(error).toBeInstanceOf(GroundworkError);
    return (error as GroundworkError).message;
  }
  return '';
}

const template = {
  metadata: { labels: { app: 'db' } },
  spec: { containers: [{ name: 'db', image: 'postgres:17' }] },
};

test.each<KubeObjectProps>([
  { apiVersion: 'v1', kind: 'ConfigMap', data: { LOG: 'info' } },
  { apiVersion: 'v1', kind: 'Secret', type: 'Opaque', stringData: { password: 'x' } },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    spec: { maxUnavailable: '50%', selector: { matchLabels: { app: 'web' } } },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas: 2,
      maxReplicas: 5,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
        },
      ],
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    spec: {
      rules: [
        {
          host: 'example.com',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'web', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    spec: {
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      template,
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
        },
      ],
    },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    spec: {
      schedule: '0 3 * * *',
      concurrencyPolicy: 'Forbid',
      jobTemplate: { spec: { template } },
    },
  },
  { apiVersion: 'v1', kind: 'Namespace' },
])('writes a $kind as it is given, under the id as its name', (props) => {
  expect(write(props)).toEqual({ ...props, metadata: { name: 'thing' } });
});

test('keeps all metadata that is given', () => {
  const metadata = {
    name: 'settings',
    namespace: 'shop',
    labels: { app: 'web' },
    annotations: { note: 'hello' },
    finalizers: ['example.com/wait'],
  };
  expect(write({ apiVersion: 'v1', kind: 'ConfigMap', metadata })).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata,
  });
});

test('is an ApiObject: patches, dependencies and lazy values work', () => {
  const chart = newChart();
  const late: unknown = Lazy.any({ produce: () => 'late' });
  const second = new KubeObject(chart, 'b', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { a: late as string },
  });
  const first = new KubeObject(chart, 'c', { apiVersion: 'v1', kind: 'Namespace' });
  second.addDependency(first);
  second.addJsonPatch(JsonPatch.add('/immutable', true));
  expect(ApiObject.isApiObject(first)).toBe(true);
  expect(Testing.synth(chart)).toEqual([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'c' } },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'b' },
      data: { a: 'late' },
      immutable: true,
    },
  ]);
});

describe('is refused', () => {
  test('for a name that its kind does not take', () => {
    expect(refusal({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a.b' } })).toBe(
      'ng/thing: name must hold only small letters, digits and \'-\', and begin and end with a letter or a digit, got "a.b". Choose another name for this Namespace, such as "a-b"; without a `name` it is the construct\'s id.',
    );
    expect(refusal({ apiVersion: 'v1', kind: 'ConfigMap' }, 'Settings')).toContain('"settings"');
  });

  test('for a namespace that its kind cannot have', () => {
    const metadata = { namespace: 'shop' };
    expect(
      refusal({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata }),
    ).toBe(
      'ng/thing: namespace must be left out for a ClusterRole, which belongs to the whole cluster, got "shop". Remove it.',
    );
  });

  test('with all problems at once, and no word of a secret', () => {
    const message = refusal({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'A', namespace: 'B', labels: { 'a b': 'c' }, generateName: 'x-' },
      stringData: { password: 'hunter2' },
    });
    expect(message.split('\n')).toHaveLength(4);
    expect(message).not.toContain('hunter2');
  });

  test('outside a chart', () => {
    expect(() => new KubeObject(new App(), 'x', { apiVersion: 'v1', kind: 'ConfigMap' })).toThrow(
      /^x: must be in a file/,
    );
  });
});

test('the types refuse what the API does not know', () => {
  const chart = newChart();
  // @ts-expect-error an unknown field
  new KubeObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', dada: {} });
  // @ts-expect-error a field of another kind
  new KubeObject(chart, 'b', { apiVersion: 'v1', kind: 'ConfigMap', stringData: {} });
  // @ts-expect-error a kind of another version
  new KubeObject(chart, 'c', { apiVersion: 'v1', kind: 'Ingress' });
  // @ts-expect-error a version that is no longer served
  new KubeObject(chart, 'd', { apiVersion: 'policy/v1beta1', kind: 'PodDisruptionBudget' });
  new KubeObject(chart, 'e', {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    // @ts-expect-error an unknown field, deep inside
    spec: { maxUnavailble: 1 },
  });
  new KubeObject(chart, 'f', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    // @ts-expect-error a value outside a closed set
    spec: { rules: [{ http: { paths: [{ path: '/', pathType: 'prefix', backend: {} }] } }] },
  });
  new KubeObject(chart, 'g', {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    // @ts-expect-error a field that must be given
    spec: { schedule: '0 3 * * *' },
  });
  // @ts-expect-error what the cluster writes itself
  new KubeObject(chart, 'h', { apiVersion: 'v1', kind: 'Namespace', status: {} });
  // An open set takes any text.
  new KubeObject(chart, 'i', { apiVersion: 'v1', kind: 'Secret', type: 'example.com/own' });
  expect(chart.node.children).toHaveLength(9);
});
