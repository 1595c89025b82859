import { review } from '../../src/review/review';
import { readManifests } from '../../src/manifest/read';
import type { Manifest } from '../../src/manifest/manifest';
import { manifests, withField } from './cases/case';

const deployment = manifests(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: nginx-deployment }
spec:
  replicas: 1
  selector: { matchLabels: { app: nginx } }
  template:
    metadata: { labels: { app: nginx } }
    spec: { containers: [{ name: nginx, image: 'nginx:latest', ports: [{ containerPort: 80 }] }] }
`)[0];
const of = (apiVersion: string, kind: string, rest: object = {}): Manifest => ({
  apiVersion,
  kind,
  metadata: { name: 'a' },
  ...rest,
});
const only = (before: readonly Manifest[], after: readonly Manifest[], version = '1.26') => {
  const { changes } = review(before, after, { kubernetesVersion: version });
  expect(changes).toHaveLength(1);
  return changes[0]!;
};

test("the lesson's question: from 1 to 2 replicas adds a pod and restarts none", () => {
  expect(
    review([deployment], [withField(deployment, 'spec.replicas', 2)], {
      kubernetesVersion: 'v1.26.4',
    }),
  ).toEqual({
    version: 1,
    kubernetesVersion: '1.26',
    summary: { scale: 1 },
    changes: [
      {
        object: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'nginx-deployment' },
        field: 'spec.replicas',
        before: 1,
        after: 2,
        effect: 'scale',
        explanation: 'Adds 1 pod, no restart: 1 to 2.',
      },
    ],
  });
});

describe('pairing', () => {
  test('an object under another API version is the same object', () => {
    const before = { ...deployment, apiVersion: 'extensions/v1beta1' };
    expect(only([before], [deployment])).toMatchObject({ field: 'apiVersion', effect: 'none' });
  });

  test('what an older API version writes otherwise is the same object', () => {
    const [old, now] = manifests(`
apiVersion: networking.k8s.io/v1beta1
kind: Ingress
metadata: { name: web }
spec:
  backend: { serviceName: web, servicePort: 80 }
  rules: [{ http: { paths: [{ path: /, backend: { serviceName: web, servicePort: http } }] } }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  defaultBackend: { service: { name: web, port: { number: 80 } } }
  rules: [{ http: { paths: [{ path: /, pathType: ImplementationSpecific, backend: { service: { name: web, port: { name: http } } } }] } }]
`);
    expect(only([old], [now!])).toMatchObject({ field: 'apiVersion', effect: 'none' });
    const scaler = (apiVersion: string, rest: object): Manifest =>
      of(apiVersion, 'HorizontalPodAutoscaler', {
        spec: { maxReplicas: 3, scaleTargetRef: { kind: 'Deployment', name: 'a' }, ...rest },
      });
    const cpu = { type: 'Utilization', averageUtilization: 60 };
    expect(
      only(
        [scaler('autoscaling/v1', { targetCPUUtilizationPercentage: 60 })],
        [
          scaler('autoscaling/v2', {
            metrics: [{ type: 'Resource', resource: { name: 'cpu', target: cpu } }],
          }),
        ],
      ),
    ).toMatchObject({ field: 'apiVersion', effect: 'none' });
  });

  test('a rename is another object, and told as one change', () => {
    const change = only([deployment], [withField(deployment, 'metadata.name', 'web')]);
    expect(change).toMatchObject({ field: '', effect: 'replaced', object: { name: 'web' } });
    expect(change.explanation).toContain('Deployment nginx-deployment stays until it is deleted');
  });

  test('a rename with a small change is still a rename', () => {
    const after = withField(withField(deployment, 'metadata.name', 'web'), 'spec.replicas', 2);
    expect(only([deployment], [after])).toMatchObject({ effect: 'replaced' });
  });

  test('two objects that have little in common are no rename', () => {
    const other = of('apps/v1', 'Deployment', {
      spec: { replicas: 7, selector: {}, template: {} },
    });
    expect(review([deployment], [other]).summary).toEqual({ removed: 1, created: 1 });
  });

  test('another namespace or another kind is another object', () => {
    const moved = withField(withField(deployment, 'metadata.namespace', 'b'), 'spec.replicas', 2);
    expect(only([withField(deployment, 'metadata.namespace', 'a')], [moved])).toMatchObject({
      effect: 'replaced',
    });
    expect(only([deployment], [{ ...deployment, kind: 'StatefulSet' }])).toMatchObject({
      effect: 'replaced',
    });
  });

  test('no namespace and the namespace default may be one, and only who applies it knows', () => {
    expect(
      only([deployment], [withField(deployment, 'metadata.namespace', 'default')]),
    ).toMatchObject({ effect: 'unknown' });
  });
});

describe('an object that is gone', () => {
  test('is told for kubectl, Argo CD and Flux', () => {
    const change = only([deployment], []);
    expect(change).toMatchObject({ effect: 'removed', field: '' });
    expect(change.explanation).toMatch(/kubectl apply leaves.*--prune.*Argo CD.*Flux/);
    expect(change.advice).toBe('To delete it: kubectl delete deployment nginx-deployment.');
  });

  test.each<[Manifest, string, RegExp]>([
    [of('v1', 'PersistentVolumeClaim'), 'data-risk', /volume and its data/],
    [of('v1', 'Namespace'), 'data-risk', /everything in it/],
    [
      of('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
        spec: { names: { kind: 'Widget' } },
      }),
      'data-risk',
      /all Widget objects/,
    ],
    [of('v1', 'PersistentVolume'), 'removed', /reclaim policy Retain/],
    [
      of('v1', 'PersistentVolume', { spec: { persistentVolumeReclaimPolicy: 'Delete' } }),
      'data-risk',
      /data is deleted/,
    ],
    [
      of('apps/v1', 'StatefulSet', { spec: { volumeClaimTemplates: [{}] } }),
      'removed',
      /volumes stay/,
    ],
    [
      of('apps/v1', 'StatefulSet', {
        spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } },
      }),
      'data-risk',
      /whenDeleted/,
    ],
    [
      of('v1', 'Service', { spec: { ports: [{ port: 80, nodePort: 30007 }] } }),
      'removed',
      /nor does node port 30007/,
    ],
    [of('autoscaling/v2', 'HorizontalPodAutoscaler'), 'removed', /keeps the number/],
    [of('batch/v1', 'CronJob'), 'removed', /no further run/],
    [of('networking.k8s.io/v1', 'NetworkPolicy'), 'removed', /is allowed/],
    [of('example.com/v1', 'Widget'), 'removed', /not known here/],
  ])('$kind: names what is at risk', (manifest, effect, says) => {
    const change = only([manifest], [], '1.28');
    expect(change.effect).toBe(effect);
    expect(change.explanation).toMatch(says);
  });
});

describe('a new object', () => {
  test.each<[Manifest, string, RegExp]>([
    [deployment, 'created', /Starts 1 pod\./],
    [of('v1', 'ConfigMap'), 'created', /nothing else is touched/],
    [
      of('v1', 'Service', {
        spec: { selector: { app: 'x' }, ports: [{ port: 80, nodePort: 30007 }] },
      }),
      'created',
      /port 80, and on every node on 30007.*No workload/,
    ],
    [
      of('apps/v1', 'StatefulSet', { spec: { replicas: 2, volumeClaimTemplates: [{}] } }),
      'created',
      /2 pods and claims 2 volumes/,
    ],
    [of('batch/v1', 'Job', { spec: { suspend: true } }), 'created', /suspended/],
    [
      of('autoscaling/v2', 'HorizontalPodAutoscaler', {
        spec: {
          minReplicas: 2,
          maxReplicas: 4,
          scaleTargetRef: { kind: 'Deployment', name: 'web' },
        },
      }),
      'created',
      /Deployment web: 2 to 4 pods/,
    ],
    [
      of('batch/v1', 'CronJob', { metadata: { name: 'x'.repeat(53) } }),
      'rejected',
      /53 characters/,
    ],
    [of('batch/v1beta1', 'CronJob'), 'rejected', /does not serve/],
    [of('policy/v1beta1', 'PodSecurityPolicy'), 'rejected', /does not serve/],
    [
      of('kubekey.kubesphere.io/v1alpha2', 'Cluster', { spec: { hosts: [{}, {}] } }),
      'created',
      /2 hosts/,
    ],
  ])('%#: tells what starts', (manifest, effect, says) => {
    const change = only([], [manifest], '1.28');
    expect(change.effect).toBe(effect);
    expect(change.explanation).toMatch(says);
  });
});

test('a change in an API version that the cluster does not serve is refused', () => {
  const job = (schedule: string) => of('batch/v1beta1', 'CronJob', { spec: { schedule } });
  expect(only([job('0 1 * * *')], [job('0 2 * * *')], '1.26')).toMatchObject({
    effect: 'rejected',
    advice: 'Write it as batch/v1 CronJob.',
  });
  expect(only([job('0 1 * * *')], [job('0 2 * * *')], '1.24')).toMatchObject({
    effect: 'config-only',
  });
});

describe('replicas and an autoscaler', () => {
  const scaler = of('autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'nginx-deployment' },
      minReplicas: 2,
      maxReplicas: 4,
    },
  });

  test('fight over the number', () => {
    const change = only([deployment, scaler], [withField(deployment, 'spec.replicas', 3), scaler]);
    expect(change).toMatchObject({ effect: 'scale' });
    expect(change.explanation).toContain('the two fight at each apply');
    expect(change.advice).toBe('Leave replicas out and let HorizontalPodAutoscaler a decide.');
  });

  test('at 0 the autoscaler stands still', () => {
    const change = only([deployment, scaler], [withField(deployment, 'spec.replicas', 0), scaler]);
    expect(change.explanation).toContain('does nothing while the number is 0');
    expect(change.explanation).not.toContain('fight');
  });

  test('taking replicas away sets it back to 1 for a moment', () => {
    const before = withField(deployment, 'spec.replicas', 3);
    const change = only(
      [before, scaler],
      [withField(deployment, 'spec.replicas', undefined), scaler],
    );
    expect(change.explanation).toContain('sets it back to 1');
  });
});

test('a lower partition, and a strategy that goes on by itself, restart what was held back', () => {
  const set = withField({ ...deployment, kind: 'StatefulSet' }, 'spec.serviceName', 'a');
  const with2 = (updateStrategy: object): Manifest =>
    withField(set, 'spec.updateStrategy', updateStrategy);
  expect(
    only(
      [with2({ type: 'RollingUpdate', rollingUpdate: { partition: 2 } })],
      [with2({ type: 'RollingUpdate', rollingUpdate: { partition: 1 } })],
    ),
  ).toMatchObject({
    effect: 'rollout-setting',
    explanation: expect.stringMatching(/^Pods from number 1 on .* restart now/) as string,
  });
  const agent = { ...deployment, kind: 'DaemonSet' };
  expect(
    only(
      [withField(agent, 'spec.updateStrategy', { type: 'OnDelete' })],
      [withField(agent, 'spec.updateStrategy', { type: 'RollingUpdate' })],
    ).explanation,
  ).toMatch(/^Pods that still have an older template restart now/);
});

test('claims of a StatefulSet are told apart by their names', () => {
  const claim = (name: string): object => ({
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  });
  const set = withField({ ...deployment, kind: 'StatefulSet' }, 'spec.serviceName', 'a');
  const change = only(
    [withField(set, 'spec.volumeClaimTemplates', [claim('data')])],
    [withField(set, 'spec.volumeClaimTemplates', [claim('wal'), claim('data')])],
  );
  expect(change).toMatchObject({ field: 'spec.volumeClaimTemplates[wal]', effect: 'rejected' });
});

describe('a KubeKey cluster', () => {
  const cluster = manifests(`
apiVersion: kubekey.kubesphere.io/v1alpha2
kind: Cluster
metadata: { name: sample }
spec:
  hosts:
    - { name: node1, address: 10.0.0.1, password: hidden1 }
    - { name: node2, address: 10.0.0.2, password: hidden2 }
    - { name: node3, address: 10.0.0.3, password: hidden3 }
  roleGroups: { etcd: ['node[1:3]'], control-plane: [node1], worker: [node1, node2, node3] }
`)[0];

  test('a host that is added joins by kk add nodes', () => {
    const hosts = withField(cluster, 'spec.hosts.3', {
      name: 'node4',
      address: '10.0.0.4',
      password: 'hidden4',
    });
    const after = withField(hosts, 'spec.roleGroups.worker.3', 'node4');
    const { changes } = review([cluster], [after]);
    expect(changes.map(({ effect }) => effect)).toEqual(['scale', 'scale']);
    expect(changes[0]?.advice).toBe('Run kk add nodes -f config-sample.yaml.');
    expect(JSON.stringify(changes)).not.toContain('hidden');
    expect(JSON.stringify(changes)).toContain('<redacted>');
  });

  test('a host that is removed puts data at risk, its place in etcd named', () => {
    const hosts = withField(cluster, 'spec.hosts.2', undefined);
    const worker = withField(hosts, 'spec.roleGroups.worker', ['node1', 'node2']);
    const { changes } = review(
      [cluster],
      [withField(worker, 'spec.roleGroups.etcd', ['node1', 'node2'])],
    );
    expect(changes.map(({ effect }) => effect)).toEqual(['data-risk', 'data-risk', 'data-risk']);
    expect(changes[0]?.explanation).toContain('one of 3 etcd members');
    expect(changes[0]?.advice).toContain('kk delete node node3');
    expect(JSON.stringify(changes)).not.toContain('hidden');
  });
});

describe('what the server writes', () => {
  test('is no change: status, versions, the last applied configuration', () => {
    const live = {
      ...deployment,
      metadata: {
        name: 'nginx-deployment',
        uid: '1',
        resourceVersion: '2',
        generation: 3,
        creationTimestamp: '2026-01-01T00:00:00Z',
        managedFields: [{ manager: 'kubectl' }],
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
          'deployment.kubernetes.io/revision': '2',
        },
      },
      status: { replicas: 1 },
    };
    expect(review([live], [deployment]).changes).toEqual([]);
  });
});

test('the mark that kubectl rollout restart leaves restarts nothing when it is not in the files', () => {
  const path = 'spec.template.metadata.annotations';
  const live = withField(deployment, path, {
    'kubectl.kubernetes.io/restartedAt': '2026-01-01T00:00:00Z',
  });
  expect(only([live], [deployment])).toMatchObject({ effect: 'none' });
  expect(only([deployment], [live])).toMatchObject({ effect: 'rolling-restart' });
});

describe('secrets', () => {
  test('a Secret with many forms of values shows none of them', () => {
    const before = of('v1', 'Secret', { data: { a: 'QUFB' }, stringData: { b: 'plain-b' } });
    const after = of('v1', 'Secret', {
      data: { a: 'QkJC', c: 'Q0ND' },
      stringData: { b: 'plain-c' },
    });
    const { changes } = review([before], [after]);
    expect(changes).toHaveLength(3);
    expect(JSON.stringify(changes)).not.toMatch(/QUFB|QkJC|Q0ND|plain/);
    expect(changes[0]).toMatchObject({ before: '<redacted>', after: '<redacted, changed>' });
  });

  test('a redacted value equals any value, on either side', () => {
    const before = of('v1', 'Secret', { stringData: { b: 'plain-b' } });
    const after = of('v1', 'Secret', { stringData: { b: '<redacted>' } });
    expect(review([before], [after]).changes).toEqual([]);
    expect(review([after], [before]).changes).toEqual([]);
  });
});

describe('what is refused stays as it was for the others', () => {
  const [shop, both, guard] = manifests(`
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: nginx }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: other }
spec:
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: a, image: 'a:1' }] } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { minAvailable: 2, selector: { matchLabels: { app: nginx } } }
`);
  const relabelled = withField(
    withField(
      withField(deployment, 'spec.selector.matchLabels.app', 'web'),
      'spec.template.metadata.labels.app',
      'web',
    ),
    'spec.replicas',
    4,
  );
  const moved = withField(shop, 'spec.selector.app', 'web');
  const told = (before: readonly Manifest[], after: readonly Manifest[], kind: string) => {
    const { changes } = review(before, after);
    expect(changes[0]).toMatchObject({ object: { kind: 'Deployment' }, effect: 'rejected' });
    return changes.find(({ object }) => object.kind === kind);
  };

  test('a Service that follows to labels which never come reaches no pod', () => {
    expect(told([deployment, shop], [relabelled, moved], 'Service')).toMatchObject({
      field: 'spec.selector.app',
      effect: 'traffic',
      explanation:
        "It reaches no pod any more: Deployment nginx-deployment is refused, so its pods don't get these labels.",
      advice: 'Keep the selector, or apply Deployment nginx-deployment under another name first.',
    });
  });

  test('a Service that other pods answer for is told of both', () => {
    expect(told([deployment, shop, both!], [relabelled, moved, both!], 'Service')).toMatchObject({
      explanation:
        "It sends to Deployment other (1 pod) from now on. Deployment nginx-deployment is refused, so its pods don't get these labels.",
    });
  });

  test('a Service that keeps to the labels that stay is not told of them', () => {
    const narrower = withField(shop, 'spec.selector.tier', 'front');
    const tiered = withField(deployment, 'spec.template.metadata.labels.tier', 'front');
    const after = withField(tiered, 'spec.selector.matchLabels.x', 'y');
    expect(told([tiered, shop], [after, narrower], 'Service')).toMatchObject({
      explanation: 'It goes on sending to Deployment nginx-deployment (1 pod).',
    });
  });

  test('a new Service finds the pods as they were', () => {
    expect(told([deployment], [relabelled, moved], 'Service')).toMatchObject({
      effect: 'created',
      explanation:
        "Answers on port 80. It reaches no pod: Deployment nginx-deployment is refused, so its pods don't get these labels.",
    });
    expect(told([deployment], [relabelled, shop], 'Service')).toMatchObject({
      explanation: 'Answers on port 80. It sends to Deployment nginx-deployment (1 pod).',
    });
  });

  test('an object that is refused as new runs nothing', () => {
    const old = { ...deployment, apiVersion: 'extensions/v1beta1' };
    expect(told([], [old, shop], 'Service')).toMatchObject({
      explanation: expect.stringContaining('It reaches no pod: Deployment') as string,
    });
  });

  test('a PodDisruptionBudget counts the pods that stay', () => {
    const tight = withField(guard!, 'spec.minAvailable', 1);
    expect(told([deployment, guard!], [relabelled, tight], 'PodDisruptionBudget')).toMatchObject({
      explanation: expect.stringContaining('With 1 pods it allows none to go') as string,
    });
  });
});

test('objects come worst first, and the same input gives the same review', () => {
  const map = (value: string) => of('v1', 'ConfigMap', { data: { a: value } });
  const before = [map('x'), deployment];
  const after = [
    map('y'),
    withField(deployment, 'spec.selector.matchLabels.app', 'x'),
    of('v1', 'ServiceAccount'),
  ];
  const found = review(before, after);
  expect(found.changes.map(({ effect }) => effect)).toEqual(['rejected', 'config-only', 'created']);
  expect(JSON.stringify(review(before, after))).toBe(JSON.stringify(found));
});

describe('what can not be reviewed is refused', () => {
  const service = (port: number): Manifest => of('v1', 'Service', { spec: { ports: [{ port }] } });

  test('an object that one side holds twice in two ways, with both places', () => {
    const other = of('v1', 'ConfigMap');
    expect(() => review([], [service(80), other, service(81)])).toThrow(
      'after[2]: Service a is said a second time and otherwise than at after[0]. A review is of one cluster: name the folder of one cluster, or keep one of the two.',
    );
    expect(() => review([service(80), service(81)], [])).toThrow(/^before\[1\]: .* before\[0\]\./);
  });

  test('with the places in the files, where the objects come from files', () => {
    const text = (port: number): string =>
      `apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { ports: [{ port: ${port} }] }\n`;
    const { objects } = readManifests(`${text(80)}---\n${text(81)}`, 'ng.yaml');
    expect(() => review([], objects)).toThrow(
      /^ng\.yaml:6:1: Service a is said a second time and otherwise than at ng\.yaml:1:1\. /,
    );
    const [one] = objects;
    expect(review([], [one!]).changes).toMatchObject([{ effect: 'created' }]);
  });

  test('an object that another API version says a second time', () => {
    const old = { ...deployment, apiVersion: 'extensions/v1beta1' };
    expect(() => review([], [deployment, old])).toThrow(
      /^after\[1\]: Deployment nginx-deployment /,
    );
  });

  test('not an object that is said the same way twice', () => {
    const { changes } = review([], [service(80), service(80)]);
    expect(changes.map(({ effect }) => effect)).toEqual(['created']);
  });

  test('not objects without a name: each is one of its own', () => {
    const job = (image: string): Manifest =>
      of('batch/v1', 'Job', {
        metadata: { generateName: 'migrate-' },
        spec: {
          template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image }] } },
        },
      });
    const { changes } = review([], [job('a:1'), job('b:1')]);
    expect(changes.map(({ effect }) => effect)).toEqual(['created', 'created']);
    expect(review([job('a:1'), job('b:1')], [job('a:1'), job('b:1')]).changes).toEqual([]);
  });

  test.each(['1.99', 'abc', '1.18', '', '2.30'])('the Kubernetes version %p', (version) => {
    expect(() => review([], [], { kubernetesVersion: version })).toThrow(
      `kubernetesVersion: is no Kubernetes version that is known here, got "${version}". Write one from 1.19 to 1.36.`,
    );
  });

  test('a Kubernetes version that is no text', () => {
    expect(() => review([], [], { kubernetesVersion: 26 as unknown as string })).toThrow(
      'options.kubernetesVersion: must be text, got 26. Put it in quotes.',
    );
  });

  test.each(['1.30', 'v1.30', '1.34.1', 'v1.34.1'])('not the Kubernetes version %s', (version) => {
    const [minor] = /1\.\d+/.exec(version) ?? [];
    expect(review([], [], { kubernetesVersion: version }).kubernetesVersion).toBe(minor);
  });

  test('an option that there is not, and options that are none', () => {
    const options = { kubernetesversion: '1.30', profile: 'production' } as object;
    expect(() => review([], [], options)).toThrow(
      [
        'options.kubernetesversion: unknown field "kubernetesversion". Write kubernetesVersion if you mean that.',
        'options.profile: unknown field "profile". Use one of the fields here: kubernetesVersion.',
      ].join('\n'),
    );
    expect(() => review([], [], '1.30' as unknown as object)).toThrow(
      'options: must be a mapping, got "1.30". Write it in braces: { key: value }.',
    );
  });
});

describe('what others in the input need', () => {
  test('a port of the pods that a Service sends to by name', () => {
    const named = withField(deployment, 'spec.template.spec.containers.0.ports.0', {
      name: 'http',
      containerPort: 80,
    });
    const service = of('v1', 'Service', {
      spec: { selector: { app: 'nginx' }, ports: [{ port: 80, targetPort: 'http' }] },
    });
    const other = withField(named, 'spec.template.spec.containers.0.ports.0.name', 'web');
    expect(only([named, service], [other, service]).explanation).toContain(
      "Service a sends to a port by a name that the new pods don't have: nothing reaches them there.",
    );
    const byNumber = withField(service, 'spec.ports.0.targetPort', 80);
    expect(only([named, byNumber], [other, byNumber]).explanation).not.toContain('Service a');
  });

  test('a Service that is removed while an Ingress sends to it, and one without a selector', () => {
    const [service, ingress] = manifests(`
apiVersion: v1
kind: Service
metadata: { name: db }
spec: { ports: [{ port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec: { defaultBackend: { service: { name: db, port: { number: 80 } } } }
`);
    expect(only([service, ingress!], [ingress!]).explanation).toMatch(
      /Ingress web sends to it and would reach nothing\.$/,
    );
    expect(only([], [service]).explanation).toBe(
      'Answers on port 80. It has no selector: it sends to what its EndpointSlices name.',
    );
  });

  const used = manifests(`
apiVersion: v1
kind: Secret
metadata: { name: login }
stringData: { a: b }
---
apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: a, image: 'a:1', envFrom: [{ secretRef: { name: login } }] }] }
---
apiVersion: v1
kind: Pod
metadata: { name: job }
spec: { containers: [{ name: a, image: 'a:1', envFrom: [{ secretRef: { name: login, optional: true } }] }] }
`);

  test('a Deployment that is removed while a Service sends to its pods', () => {
    const service = of('v1', 'Service', {
      spec: { selector: { app: 'nginx' }, ports: [{ port: 80 }] },
    });
    expect(only([deployment, service], [service]).explanation).toMatch(
      /Where it is deleted, its 1 pod stops\. Service a sends to them now\.$/,
    );
    expect(only([{ ...deployment, kind: 'DaemonSet' }], []).explanation).toMatch(
      /its pods on all nodes stop\.$/,
    );
    expect(only([of('batch/v1', 'Job')], []).explanation).toMatch(/its pods are deleted with it/);
    const moved = withField(deployment, 'metadata.namespace', 'prod');
    expect(only([deployment], [moved]).explanation).toMatch(
      /Where Deployment nginx-deployment is deleted, its 1 pod stops\.$/,
    );
  });

  test('a Secret that is removed while pods name it', () => {
    const [secret, ...pods] = used;
    expect(only(used, pods)).toMatchObject({
      effect: 'removed',
      explanation: expect.stringMatching(
        /new pods of Pod web do not start without it\.$/,
      ) as string,
    });
    const changes = review([secret, ...pods], []).changes.filter(
      ({ object }) => object.kind === 'Secret',
    );
    expect(changes[0]?.explanation).not.toContain('Pod web');
  });
});
