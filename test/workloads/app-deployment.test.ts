import { ApiObject, App, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { GroundworkError } from '../../src/errors';
import { at } from '../../src/manifest/manifest';
import { AppDeployment } from '../../src/workloads/app-deployment';
import type { AppDeploymentProps } from '../../src/workloads/app-deployment-props';

function newChart(): Chart {
  return new Chart(Testing.app(), 'ng');
}

/** What an AppDeployment `web` writes. */
function write(props: Partial<AppDeploymentProps> = {}): unknown {
  const chart = newChart();
  new AppDeployment(chart, 'web', { image: 'nginx:1.27', ...props });
  return Testing.synth(chart)[0];
}

function podOf(props: Partial<AppDeploymentProps>): unknown {
  return at(write(props), 'spec', 'template', 'spec');
}

function mainOf(props: Partial<AppDeploymentProps>): unknown {
  return at(podOf(props), 'containers', 0);
}

/** The lines of the error that an AppDeployment `web` is refused with. */
function refusal(props: Partial<AppDeploymentProps>, id = 'web'): string[] {
  const chart = newChart();
  try {
    new AppDeployment(chart, id, { image: 'nginx:1.27', ...props });
  } catch (error) {
    expect(error).toBeInstanceOf(GroundworkError);
    expect(chart.node.children).toHaveLength(0);
    return (error as GroundworkError).message.split('\n');
  }
  return [];
}

test("writes the lesson's Deployment", () => {
  const chart = newChart();
  new AppDeployment(chart, 'nginx', {
    name: 'nginx-deployment',
    labels: { app: 'nginx' },
    image: 'nginx:latest',
    port: 80,
    replicas: 1,
  });

  expect(Testing.synth(chart)).toEqual([
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
            containers: [{ name: 'nginx', image: 'nginx:latest', ports: [{ containerPort: 80 }] }],
          },
        },
      },
    },
  ]);
});

test('writes what is said and nothing else', () => {
  expect(write()).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', labels: { app: 'web' } },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] },
      },
    },
  });
});

test('writes each prop under the name that it has in the API', () => {
  const probe = { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 5 };
  const written = write({
    namespace: 'shop',
    annotations: { 'example.com/note': 'yes' },
    podLabels: { tier: 'front' },
    podAnnotations: { 'prometheus.io/scrape': 'true' },
    replicas: 0,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    minReadySeconds: 5,
    progressDeadlineSeconds: 60,
    revisionHistoryLimit: 3,
    paused: true,
    imagePullPolicy: 'IfNotPresent',
    imagePullSecrets: [{ name: 'registry' }],
    ports: [{ name: 'http', containerPort: 8080 }],
    command: ['nginx'],
    args: ['-g', 'daemon off;'],
    workingDir: '/srv',
    env: [{ name: 'LOG', value: 'info' }],
    envFrom: [{ configMapRef: { name: 'settings' } }],
    resources: { limits: { 'nvidia.com/gpu': 1, memory: '1Gi' } },
    readinessProbe: probe,
    livenessProbe: probe,
    startupProbe: probe,
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    volumeMounts: [{ name: 'data', mountPath: '/data' }],
    volumes: [{ name: 'data', emptyDir: {} }],
    initContainers: [{ name: 'init', image: 'busybox:1' }],
    containers: [{ name: 'log', image: 'fluent-bit:3' }],
    serviceAccountName: 'web',
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'gpu', operator: 'Exists' }],
    affinity: { nodeAffinity: {} },
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
    ],
    priorityClassName: 'high',
    terminationGracePeriodSeconds: 60,
  });

  expect(written).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'web',
      namespace: 'shop',
      labels: { app: 'web' },
      annotations: { 'example.com/note': 'yes' },
    },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: 'web' } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      minReadySeconds: 5,
      progressDeadlineSeconds: 60,
      revisionHistoryLimit: 3,
      paused: true,
      template: {
        metadata: {
          labels: { app: 'web', tier: 'front' },
          annotations: { 'prometheus.io/scrape': 'true' },
        },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'nginx:1.27',
              imagePullPolicy: 'IfNotPresent',
              command: ['nginx'],
              args: ['-g', 'daemon off;'],
              workingDir: '/srv',
              ports: [{ name: 'http', containerPort: 8080 }],
              env: [{ name: 'LOG', value: 'info' }],
              envFrom: [{ configMapRef: { name: 'settings' } }],
              resources: { limits: { 'nvidia.com/gpu': 1, memory: '1Gi' } },
              readinessProbe: probe,
              livenessProbe: probe,
              startupProbe: probe,
              lifecycle: { preStop: { sleep: { seconds: 5 } } },
              volumeMounts: [{ name: 'data', mountPath: '/data' }],
            },
            { name: 'log', image: 'fluent-bit:3' },
          ],
          initContainers: [{ name: 'init', image: 'busybox:1' }],
          volumes: [{ name: 'data', emptyDir: {} }],
          imagePullSecrets: [{ name: 'registry' }],
          serviceAccountName: 'web',
          nodeSelector: { disk: 'ssd' },
          tolerations: [{ key: 'gpu', operator: 'Exists' }],
          affinity: { nodeAffinity: {} },
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'kubernetes.io/hostname',
              whenUnsatisfiable: 'ScheduleAnyway',
            },
          ],
          priorityClassName: 'high',
          terminationGracePeriodSeconds: 60,
        },
      },
    },
  });
});

describe('the selector', () => {
  const selectorOf = (props: Partial<AppDeploymentProps>): unknown =>
    at(write(props), 'spec', 'selector', 'matchLabels');

  test('is the label app, and no other label', () => {
    expect(selectorOf({ labels: { version: '2', app: 'shop' } })).toEqual({ app: 'shop' });
  });

  test('is the label app.kubernetes.io/name where there is no label app', () => {
    const labels = { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/version': '2' };
    expect(selectorOf({ labels })).toEqual({ 'app.kubernetes.io/name': 'shop' });
  });

  test('is the name otherwise, which both the object and its pods then carry as a label', () => {
    const written = write({ name: 'shop', labels: { tier: 'front' } });
    const labels = { app: 'shop', tier: 'front' };
    expect(at(written, 'spec', 'selector', 'matchLabels')).toEqual({ app: 'shop' });
    expect(at(written, 'metadata', 'labels')).toEqual(labels);
    expect(at(written, 'spec', 'template', 'metadata', 'labels')).toEqual(labels);
  });

  test('does not depend on the construct path', () => {
    const chart = new Chart(new Chart(Testing.app(), 'outer'), 'inner');
    new AppDeployment(chart, 'id', { name: 'shop', image: 'shop:1' });
    expect(at(Testing.synth(chart), 0, 'spec', 'selector', 'matchLabels')).toEqual({ app: 'shop' });
  });

  test('is what is said, to take over a Deployment that exists; the pods carry it', () => {
    const written = write({ labels: { app: 'shop' }, selector: { k8s: 'shop', app: 'shop' } });
    expect(at(written, 'spec', 'selector', 'matchLabels')).toEqual({ k8s: 'shop', app: 'shop' });
    expect(at(written, 'spec', 'template', 'metadata', 'labels')).toEqual({
      k8s: 'shop',
      app: 'shop',
    });
    expect(at(written, 'metadata', 'labels')).toEqual({ app: 'shop' });
  });

  test('is given out as a copy', () => {
    const web = new AppDeployment(newChart(), 'web', { image: 'nginx:1.27' });
    web.matchLabels['app'] = 'other';
    expect(web.matchLabels).toEqual({ app: 'web' });
  });
});

describe('the escape hatches', () => {
  test('reach every field of the main container and of the pod', () => {
    const pod = podOf({
      container: { name: 'main', securityContext: { runAsNonRoot: true }, tty: true },
      pod: { hostNetwork: true, securityContext: { fsGroup: 1000 } },
    });
    expect(pod).toEqual({
      containers: [
        {
          name: 'main',
          image: 'nginx:1.27',
          securityContext: { runAsNonRoot: true },
          tty: true,
        },
      ],
      hostNetwork: true,
      securityContext: { fsGroup: 1000 },
    });
  });

  test('merge lists that have keys, item by item', () => {
    const main = mainOf({
      port: 80,
      ports: [
        { containerPort: 80, name: 'http' },
        { containerPort: 53, protocol: 'UDP' },
      ],
      env: [{ name: 'A', value: '1' }],
      container: {
        ports: [{ containerPort: 53 }],
        env: [
          { name: 'B', value: '2' },
          { name: 'A', value: '1' },
        ],
      },
      pod: { containers: [{ name: 'web', env: [{ name: 'C', value: '3' }] }] },
    });
    expect(at(main, 'ports')).toEqual([
      { containerPort: 80, name: 'http' },
      { containerPort: 53, protocol: 'UDP' },
      { containerPort: 53 },
    ]);
    expect(at(main, 'env')).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
      { name: 'C', value: '3' },
    ]);
  });

  test('add containers and volumes to those of the props', () => {
    const pod = podOf({
      volumes: [{ name: 'a', emptyDir: {} }],
      containers: [{ name: 'log', image: 'log:1' }],
      pod: {
        volumes: [{ name: 'b', emptyDir: {} }],
        containers: [
          { name: 'log', args: ['-v'] },
          { name: 'proxy', image: 'proxy:1' },
        ],
      },
    });
    expect(at(pod, 'volumes')).toEqual([
      { name: 'a', emptyDir: {} },
      { name: 'b', emptyDir: {} },
    ]);
    expect(at(pod, 'containers')).toEqual([
      { name: 'web', image: 'nginx:1.27' },
      { name: 'log', image: 'log:1', args: ['-v'] },
      { name: 'proxy', image: 'proxy:1' },
    ]);
  });

  test('fail for a value that is said twice differently, and name both places', () => {
    expect(
      refusal({
        imagePullPolicy: 'Always',
        port: 80,
        env: [{ name: 'LOG', value: 'info' }],
        command: ['a'],
        labels: { app: 'web' },
        podLabels: { app: 'other' },
        container: {
          image: 'httpd:2',
          env: [{ name: 'LOG', value: 'debug' }],
          command: ['b'],
          stdin: true,
        },
        pod: {
          serviceAccountName: 'a',
          containers: [{ name: 'web', imagePullPolicy: 'Never', stdin: false }],
        },
        serviceAccountName: 'b',
      }),
    ).toMatchInlineSnapshot(`
     [
       "ng/web: two different values for one field, got "web" in labels.app and "other" in podLabels.app. Say it in one of the two places.",
       "ng/web: two different values for one field, got "nginx:1.27" in image and "httpd:2" in container.image. Say it in one of the two places.",
       "ng/web: two different values for one field, got "info" in env[LOG].value and "debug" in container.env[LOG].value. Say it in one of the two places.",
       "ng/web: two different values for one field, got ["a"] in command and ["b"] in container.command. Say it in one of the two places.",
       "ng/web: two different values for one field, got "b" in serviceAccountName and "a" in pod.serviceAccountName. Say it in one of the two places.",
       "ng/web: two different values for one field, got "Always" in imagePullPolicy and "Never" in pod.containers[web].imagePullPolicy. Say it in one of the two places.",
       "ng/web: two different values for one field, got true in container.stdin and false in pod.containers[web].stdin. Say it in one of the two places.",
     ]
    `);
  });

  test('show no value of a variable that sounds like a secret', () => {
    const [line] = refusal({
      env: [{ name: 'DB_PASSWORD', value: 'hunter2' }],
      container: { env: [{ name: 'DB_PASSWORD', value: 'hunter3' }] },
    });
    expect(line).toContain('got <redacted> in env[DB_PASSWORD].value and <redacted> in');
  });

  test('may say again what is said already', () => {
    expect(mainOf({ container: { image: 'nginx:1.27' }, command: ['a'] })).toEqual(
      mainOf({ command: ['a'] }),
    );
  });
});

describe('is refused', () => {
  test('with all problems at once', () => {
    expect(
      refusal(
        {
          namespace: 'Shop',
          labels: { 'a/b/c': 'x', version: 'not valid' },
          image: '',
          port: 8080.5,
          replicas: -1,
          containers: [{ name: 'log' }],
          initContainers: [{ name: 'log', image: 'busy box' }],
          volumes: [{ name: 'My_Data' }],
          readinessProbe: { tcpSocket: { port: '80' } },
        },
        'Bad_Name',
      ),
    ).toMatchInlineSnapshot(`
     [
       "ng/Bad_Name: name must hold only small letters, digits, '-' and '.', and begin and end with a letter or a digit, got "Bad_Name". Choose another name for this Deployment, such as "bad-name"; without a \`name\` it is the construct's id.",
       "ng/Bad_Name: namespace must hold only small letters, digits and '-', and begin and end with a letter or a digit, got "Shop". Give the name of a namespace, such as "default".",
       "ng/Bad_Name: a key of labels must hold at most one '/', got "a/b/c". Write keys such as "app" or "app.kubernetes.io/name".",
       "ng/Bad_Name: labels[version] must hold only letters, digits, '-', '_' and '.', and begin and end with a letter or a digit, got "not valid". Choose another value, or use an annotation: those take any text.",
       "ng/Bad_Name: replicas must be a whole number, 0 or more, got -1. Give a number such as 2, or leave it out for an autoscaler to decide.",
       "ng/Bad_Name: the image of container "log" must hold no spaces, got "busy box". Give an image such as "nginx:1.27".",
       "ng/Bad_Name: the name of a container must hold only small letters, digits and '-', and begin and end with a letter or a digit, got "Bad_Name". Choose a name such as "web": \`container: { name: 'web' }\` sets the main container's, which is otherwise the construct's id.",
       "ng/Bad_Name: the image of container "Bad_Name" must not be empty, got "". Give an image such as "nginx:1.27".",
       "ng/Bad_Name: a port of container "Bad_Name" must be a whole number from 1 to 65535, got 8080.5. Give a number such as 8080.",
       "ng/Bad_Name: the port of readinessProbe of container "Bad_Name" must hold only small letters, digits and single '-', one letter at least, and begin and end with a letter or a digit, got "80". Give a number without quotes, or the name of one of the container's ports.",
       "ng/Bad_Name: the name of a container must be used once in a pod, got "log" twice. Give each container, init containers included, a name of its own.",
       "ng/Bad_Name: the image of container "log" must be given, got nothing. Give an image such as "nginx:1.27".",
       "ng/Bad_Name: the name of a volume must hold only small letters, digits and '-', and begin and end with a letter or a digit, got "My_Data". Choose a name such as "data".",
     ]
    `);
  });

  test.each([
    ['port', { port: 0 }],
    ['port', { port: 65536 }],
    ['port', { port: '80' as never }],
    ['port', { port: NaN }],
    ['port', { ports: [{ containerPort: -1 }] }],
    ['hostPort', { ports: [{ containerPort: 80, hostPort: 70000 }] }],
    ['name of a port', { ports: [{ containerPort: 80, name: 'HTTP' }] }],
    ['replicas', { replicas: 1.5 }],
    ['replicas', { replicas: '2' as never }],
    ['image', { image: ' nginx' }],
    ['image', { image: undefined }],
    ['name', { name: 'my_app' }],
    ['name', { name: 'a'.repeat(254), labels: { app: 'a' } }],
    ['name', { name: '', labels: { app: 'a' } }],
    ['name', { name: 'a'.repeat(64) }],
    ['labels[version]', { labels: { version: 2 as never } }],
    ['annotations[note]', { annotations: { note: true as never } }],
    ['podAnnotations[note]', { podAnnotations: { note: 1 as never } }],
    ['selector', { selector: {} }],
    ['name of a container', { container: { name: 'Web' } }],
    ['name of a container', { containers: [{ name: 'web', image: 'a:1' }] }],
    ['port of livenessProbe', { livenessProbe: { httpGet: { port: 0 } } }],
  ] satisfies [string, Partial<AppDeploymentProps>][])(
    'for a wrong %s, with its path: %j',
    (field, props) => {
      const [first, ...others] = refusal(props);
      expect(first).toMatch(/^ng\/web: /);
      expect(first).toContain(field);
      expect(others).toEqual([]);
    },
  );

  test('for two containers of one name', () => {
    const containers = [
      { name: 'log', image: 'a:1' },
      { name: 'log', image: 'b:1' },
    ];
    expect(refusal({ containers })[0]).toBe(
      'ng/web: containers must hold each item once, got log twice. Put the two into one item, or give one of them another name.',
    );
  });

  test('outside a chart', () => {
    expect(() => new AppDeployment(new App(), 'web', { image: 'nginx' })).toThrow(
      'web: must be in a file, got the app itself as its scope. Put it into a ManifestFile, or another chart: pass that as the first argument.',
    );
  });

  test('where a whole object is lazy that has to be merged', () => {
    const lazy = Lazy.any({ produce: () => ({}) }) as never;
    expect(refusal({ labels: lazy, container: lazy })).toEqual([
      'ng/web: labels must be written out, got a value known only at synth. Write an object, and make the values in it lazy.',
      'ng/web: container must be written out, got a value known only at synth. Write an object, and make the values in it lazy.',
    ]);
  });
});

describe('as an ApiObject', () => {
  test('takes JSON patches and dependencies', () => {
    const chart = newChart();
    const web = new AppDeployment(chart, 'web', { image: 'nginx:1.27' });
    const config = new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
    web.addJsonPatch(JsonPatch.add('/spec/template/spec/hostIPC', true));
    web.addDependency(config);

    const [first, second] = Testing.synth(chart) as unknown[];
    expect(at(first, 'kind')).toBe('ConfigMap');
    expect(at(second, 'spec', 'template', 'spec', 'hostIPC')).toBe(true);
    expect(ApiObject.isApiObject(web)).toBe(true);
  });

  test('lets lazy values through untouched', () => {
    const lazy = (value: unknown): never => Lazy.any({ produce: () => value }) as never;
    const written = write({
      name: lazy('late'),
      replicas: lazy(2),
      image: lazy('nginx:2'),
      port: lazy(81),
      labels: { app: lazy('shop') },
      env: lazy([{ name: 'A', value: '1' }]),
      volumes: [lazy({ name: 'data', emptyDir: {} })],
      container: { securityContext: lazy({ runAsUser: 1 }) },
    });
    expect(written).toMatchObject({
      metadata: { name: 'late', labels: { app: 'shop' } },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'shop' } },
        template: {
          metadata: { labels: { app: 'shop' } },
          spec: {
            containers: [
              {
                image: 'nginx:2',
                ports: [{ containerPort: 81 }],
                env: [{ name: 'A', value: '1' }],
                securityContext: { runAsUser: 1 },
              },
            ],
            volumes: [{ name: 'data', emptyDir: {} }],
          },
        },
      },
    });
  });

  test('keeps what the author changes later out of the object', () => {
    const chart = newChart();
    const env = [{ name: 'A', value: '1' }];
    new AppDeployment(chart, 'web', { image: 'nginx:1.27', env });
    env.push({ name: 'B', value: '2' });
    const pod = at(Testing.synth(chart), 0, 'spec', 'template', 'spec');
    expect(at(pod, 'containers', 0, 'env')).toHaveLength(1);
  });

  test('takes frozen props', () => {
    const props = Object.freeze({ image: 'nginx:1.27', env: Object.freeze([]) as never });
    expect(() => write(props)).not.toThrow();
  });
});

test('the types refuse what the API does not know', () => {
  const chart = newChart();
  // @ts-expect-error an unknown field
  expect(() => new AppDeployment(chart, 'a', { image: 'nginx', replicaz: 1 })).toThrow(
    'ng/a: props must hold no unknown field, got replicaz. Write replicas if you mean that, or remove it.',
  );
  // @ts-expect-error a value outside a closed set
  new AppDeployment(chart, 'b', { image: 'nginx', strategy: { type: 'Rolling' } });
  // @ts-expect-error a field of another name than in the API
  new AppDeployment(chart, 'c', { image: 'nginx', pod: { hostIp: true } });
  expect(chart.node.children).toHaveLength(2);
});
