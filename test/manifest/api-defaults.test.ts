import fc from 'fast-check';
import { minorOf, newestMinor, oldestMinor } from '../../src/facts/kubernetes/minor';
import { kindsOfVersion } from '../../src/facts/kubernetes/served';
import { withDefaults, withoutDefaults } from '../../src/manifest/api-defaults';
import type { Manifest } from '../../src/manifest/manifest';
import { anyObject } from './any-object';

const deployment = (spec: object, template: object = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: template },
    ...spec,
  },
});
const service = (spec: object): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec,
});
const specOf = (manifest: Manifest): unknown => manifest['spec'];

describe('filling in', () => {
  test('writes what the API server would write into a Deployment', () => {
    const written = {
      containers: [{ name: 'web', image: 'nginx:1.27', ports: [{ containerPort: 80 }] }],
    };
    expect(specOf(withDefaults(deployment({}, written), '1.26'))).toEqual({
      replicas: 1,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      selector: { matchLabels: { app: 'web' } },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          dnsPolicy: 'ClusterFirst',
          restartPolicy: 'Always',
          schedulerName: 'default-scheduler',
          securityContext: {},
          terminationGracePeriodSeconds: 30,
          containers: [
            {
              name: 'web',
              image: 'nginx:1.27',
              imagePullPolicy: 'IfNotPresent',
              ports: [{ containerPort: 80, protocol: 'TCP' }],
              terminationMessagePath: '/dev/termination-log',
              terminationMessagePolicy: 'File',
            },
          ],
        },
      },
    });
  });

  test.each([
    ['nginx', 'Always'],
    ['nginx:latest', 'Always'],
    ['registry:5000/nginx', 'Always'],
    ['registry:5000/nginx:1.27', 'IfNotPresent'],
    ['nginx@sha256:0123', 'IfNotPresent'],
    ['nginx:latest@sha256:0123', 'IfNotPresent'],
  ])('pulls %s %s', (image, policy) => {
    const full = withDefaults(deployment({}, { containers: [{ name: 'web', image }] }), '1.30');
    expect(full).toHaveProperty('spec.template.spec.containers.0.imagePullPolicy', policy);
  });

  test('depends on the version', () => {
    const written = service({ ports: [{ port: 80 }] });
    expect(specOf(withDefaults(written, '1.21'))).not.toHaveProperty('internalTrafficPolicy');
    expect(specOf(withDefaults(written, 'v1.26.4'))).toHaveProperty(
      'internalTrafficPolicy',
      'Cluster',
    );
  });

  test('fills a Pod and a template differently', () => {
    const spec = { containers: [{ name: 'web', image: 'a:1', resources: { limits: { cpu: 1 } } }] };
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec };
    expect(withDefaults(pod, '1.26')).toHaveProperty('spec.enableServiceLinks', true);
    expect(withDefaults(pod, '1.26')).toHaveProperty('spec.containers.0.resources.requests.cpu', 1);
    const full = withDefaults(deployment({}, spec), '1.26');
    expect(full).not.toHaveProperty('spec.template.spec.enableServiceLinks');
    expect(full).not.toHaveProperty('spec.template.spec.containers.0.resources.requests');
  });

  test('fills a Job, but not the Job within a CronJob', () => {
    const job = { template: { spec: { containers: [] } } };
    const own = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' }, spec: job };
    expect(withDefaults(own, '1.30')).toHaveProperty('spec.backoffLimit', 6);
    const cron = {
      ...own,
      kind: 'CronJob',
      spec: { schedule: '* * * * *', jobTemplate: { spec: job } },
    };
    expect(withDefaults(cron, '1.30')).not.toHaveProperty('spec.jobTemplate.spec.backoffLimit');
    expect(withDefaults(cron, '1.30')).toHaveProperty(
      'spec.jobTemplate.spec.template.spec.restartPolicy',
      'Always',
    );
  });

  test('leaves a kind alone that it does not know', () => {
    const custom = { apiVersion: 'example.com/v1', kind: 'Widget', spec: { a: null, b: [] } };
    expect(withDefaults(custom, '1.26')).toBe(custom);
    expect(withoutDefaults(custom, '1.26')).toBe(custom);
  });

  test('counts nulls, empty lists and zero values as absent, but not a false that is a pointer', () => {
    const spec = {
      hostNetwork: false,
      volumes: [],
      nodeSelector: {},
      hostname: '',
      subdomain: null,
      shareProcessNamespace: false,
      containers: [{ name: 'web', image: 'a:1', securityContext: {} }],
    };
    const full = withDefaults(deployment({}, spec), '1.26') as unknown as {
      spec: { template: { spec: Record<string, unknown> } };
    };
    const keys = Object.keys(full.spec.template.spec);
    expect(keys).toContain('shareProcessNamespace');
    for (const gone of ['hostNetwork', 'volumes', 'nodeSelector', 'hostname', 'subdomain']) {
      expect(keys).not.toContain(gone);
    }
    expect(full).toHaveProperty('spec.template.spec.containers.0.securityContext', {});
  });
});

describe('leaving out', () => {
  const stripped = (manifest: Manifest, version = '1.26'): unknown =>
    specOf(withoutDefaults(manifest, version));

  test('keeps only what says something', () => {
    const written = deployment(
      {
        replicas: 1,
        minReadySeconds: 0,
        progressDeadlineSeconds: 600,
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
        },
      },
      {
        dnsPolicy: 'ClusterFirst',
        restartPolicy: 'Always',
        hostNetwork: false,
        setHostnameAsFQDN: false,
        terminationGracePeriodSeconds: 30,
        securityContext: { fsGroupChangePolicy: 'Always' },
        containers: [{ name: 'web', image: 'nginx', imagePullPolicy: 'Always' }],
      },
    );
    expect(withoutDefaults(written, '1.26')).toEqual(
      deployment(
        {},
        {
          setHostnameAsFQDN: false,
          securityContext: { fsGroupChangePolicy: 'Always' },
          containers: [{ name: 'web', image: 'nginx' }],
        },
      ),
    );
  });

  test('keeps a part of the strategy that differs', () => {
    const strategy = {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' },
    };
    expect(stripped(deployment({ strategy }))).toMatchObject({
      strategy: { rollingUpdate: { maxSurge: 1 } },
    });
  });

  test("keeps a StatefulSet's strategy type, which decides over its partition", () => {
    const set = (updateStrategy: object): Manifest => ({
      ...deployment({ serviceName: 'web', updateStrategy }),
      kind: 'StatefulSet',
    });
    expect(stripped(set({ type: 'RollingUpdate' }))).toHaveProperty('updateStrategy', {
      type: 'RollingUpdate',
    });
    expect(
      stripped(set({ type: 'RollingUpdate', rollingUpdate: { partition: 0 } })),
    ).not.toHaveProperty('updateStrategy');
  });

  test('keeps a pull policy that the tag does not give', () => {
    const containers = [{ name: 'web', image: 'nginx', imagePullPolicy: 'IfNotPresent' }];
    expect(stripped(deployment({}, { containers }))).toHaveProperty(
      'template.spec.containers.0.imagePullPolicy',
      'IfNotPresent',
    );
  });

  test('takes out lists and maps with nothing in them, but for those that must be there', () => {
    const written = service({ externalIPs: [], selector: { app: 'web' }, ports: [{ port: 80 }] });
    expect(specOf(withoutDefaults(written, '1.36'))).toEqual({
      selector: { app: 'web' },
      ports: [{ port: 80 }],
    });
    const empty = deployment({}, { containers: [], nodeSelector: {}, volumes: [] });
    expect(specOf(withoutDefaults(empty, '1.36'))).toMatchObject({
      template: { spec: { containers: [] } },
    });
    expect(JSON.stringify(withoutDefaults(empty, '1.36'))).not.toMatch(/nodeSelector|volumes/);
  });

  test('keeps the order of what is left, and nulls', () => {
    const strategy = { rollingUpdate: null, type: 'Recreate' };
    const left = stripped(deployment({ replicas: 1, paused: true, strategy })) as object;
    expect(Object.keys(left)).toEqual(['selector', 'template', 'paused', 'strategy']);
    expect(left).toHaveProperty('strategy', strategy);
  });

  test("a Service's target port that repeats the port goes, one that doesn't stays", () => {
    expect(
      stripped(
        service({ type: 'ClusterIP', ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }] }),
      ),
    ).toEqual({ ports: [{ port: 80 }] });
    expect(stripped(service({ ports: [{ port: 80, targetPort: 'http' }] }))).toEqual({
      ports: [{ port: 80, targetPort: 'http' }],
    });
  });

  test('changes neither what it is given nor a field called __proto__', () => {
    const written = JSON.parse(
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{}},"data":{"__proto__":"x"}}',
    ) as Manifest;
    const copy = JSON.stringify(written);
    withoutDefaults(written, '1.26');
    expect(JSON.stringify(written)).toBe(copy);
    expect(JSON.stringify(withDefaults(written, '1.26')['data'])).toBe('{"__proto__":"x"}');
  });
});

const versions = ['1.19', '1.22', '1.26', '1.28', '1.33', '1.36'];
const apis = [
  'v1',
  'apps/v1',
  'batch/v1',
  'autoscaling/v2',
  'networking.k8s.io/v1',
  'rbac.authorization.k8s.io/v1',
  'storage.k8s.io/v1',
  'admissionregistration.k8s.io/v1',
];

describe.each(versions)('for any object of Kubernetes %s', (version) => {
  const kinds = apis.flatMap((api) =>
    kindsOfVersion(version, api).filter(({ isServed }) => isServed),
  );
  const object = fc
    .constantFrom(...kinds)
    .chain(({ apiVersion, kind }) => anyObject(version, apiVersion, kind));

  test('leaving defaults out never changes what the server stores', () => {
    fc.assert(
      fc.property(object, (manifest) => {
        const full = withDefaults(manifest, version);
        const plain = withoutDefaults(manifest, version);
        expect(withDefaults(plain, version)).toEqual(full);
        expect(withDefaults(withoutDefaults(full, version), version)).toEqual(full);
      }),
      { numRuns: 150 },
    );
  });

  test('filling in twice is filling in once', () => {
    fc.assert(
      fc.property(object, (manifest) => {
        const full = withDefaults(manifest, version);
        expect(withDefaults(full, version)).toEqual(full);
      }),
      { numRuns: 100 },
    );
  });
});

test('the versions tested are among those with facts', () => {
  for (const version of versions) {
    expect(minorOf(version)).toBeGreaterThanOrEqual(oldestMinor);
    expect(minorOf(version)).toBeLessThanOrEqual(newestMinor);
  }
});
