import { check } from '../../src/checks/check-manifests';
import { readManifests } from '../../src/manifest/read';

const sound = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.27
          ports:
            - name: http
              containerPort: 80
          readinessProbe:
            httpGet: { path: /, port: http }
          volumeMounts:
            - { name: data, mountPath: /data }
      volumes:
        - name: data
          emptyDir: {}
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - { name: http, port: 80, targetPort: http }
    - { name: more, port: 81, targetPort: http }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests: { storage: 1Gi }
`;

const errorsIn = (yaml: string, options = {}): string[] =>
  check(readManifests(yaml, 'a.yaml').objects, options)
    .filter(({ severity }) => severity === 'error')
    .map(({ check: id, field }) => `${id} ${field}`);

test('the manifests that the faults are put into are sound', () => {
  expect(errorsIn(sound)).toEqual([]);
});

test.each([
  ['    matchLabels:\n      app: web', '    matchLabels: [web]', 'spec.selector.matchLabels'],
  [
    '    matchLabels:\n      app: web',
    '    matchLabels:\n      app: 7',
    'spec.selector.matchLabels.app',
  ],
  ['      labels:\n        app: web', '      labels: web', 'spec.template.metadata.labels'],
  [
    '      volumes:\n        - name: data\n          emptyDir: {}',
    '      volumes: data',
    'spec.template.spec.volumes',
  ],
  ['        - name: data\n', '        - name: 7\n', 'spec.template.spec.volumes[0].name'],
  [
    '            - name: http\n',
    '            - name: 7\n',
    'spec.template.spec.containers[0].ports[0].name',
  ],
  ['{ name: more, port', '{ name: 7, port', 'spec.ports[1].name'],
  ['{ storage: 1Gi }', '1Gi', 'spec.resources.requests'],
])('one value of a wrong type is one error: %j', (right, wrong, field) => {
  expect(errorsIn(sound.replace(right, wrong))).toEqual([`valid-types ${field}`]);
});

test('what follows from a wrong type is told where valid-types is switched off', () => {
  const yaml = sound.replace('{ storage: 1Gi }', '1Gi');
  expect(errorsIn(yaml, { severity: { 'valid-types': 'off' } })).toEqual([
    'valid-claim spec.resources.requests.storage',
  ]);
});

test.each([
  // What is concluded from a value goes with the fault of the value.
  [
    '        app: web\n    spec',
    '        app: w b\n    spec',
    'valid-labels spec.template.metadata.labels.app',
  ],
  [
    '        - name: data\n',
    '        - name: my_data\n',
    'valid-pod-names spec.template.spec.volumes[0].name',
  ],
  [
    '        - name: data\n',
    '        - nam: data\n',
    'known-fields spec.template.spec.volumes[0].nam',
  ],
  [
    '            - name: http\n',
    '            - name: HTTP_\n',
    'valid-pod-names spec.template.spec.containers[0].ports[0].name',
  ],
  // What has one cause is told once.
  [
    '            - name: http\n              containerPort',
    '            - containerPort',
    'valid-probes spec.template.spec.containers[0].readinessProbe.httpGet.port',
  ],
])('one fault is one error: %j', (right, wrong, found) => {
  const yaml = sound.replace(right, wrong);
  expect(yaml).not.toBe(sound);
  expect(errorsIn(yaml)).toEqual([found]);
});

test('a finding with several places names them all', () => {
  const yaml = sound.replace(
    '            - name: http\n              containerPort',
    '            - containerPort',
  );
  const [finding] = check(readManifests(yaml, 'a.yaml').objects);
  expect(finding?.problem).toBe(
    'the container has no port named "http"; from the same cause: spec.ports[0].targetPort of Service web (Deployment web has no port named "http") and spec.ports[1].targetPort of Service web (Deployment web has no port named "http")',
  );
});

const volume = '        - name: data\n';
const twoFaults: readonly (readonly [string, readonly [string, string][], readonly string[]])[] = [
  [
    'a label of a wrong form, and another that the selector misses',
    [
      ['      app: web\n  template', '      app: web\n      tier: front\n  template'],
      ['        app: web\n    spec', '        app: w b\n        tier: back\n    spec'],
    ],
    [
      'selector-matches-template spec.selector.matchLabels',
      'valid-labels spec.template.metadata.labels.app',
    ],
  ],
  [
    'two mounts of volumes that are not there, beside one that is',
    [
      [
        '{ name: data, mountPath: /data }',
        '{ name: one, mountPath: /one }\n            - { name: two, mountPath: /two }',
      ],
    ],
    [
      'volume-mounts-resolve spec.template.spec.containers[0].volumeMounts[0].name',
      'volume-mounts-resolve spec.template.spec.containers[0].volumeMounts[1].name',
    ],
  ],
  [
    'a wrong type in one field, and a wrong reference in another',
    [
      ['targetPort: http }\n    - { name: more', 'targetPort: htp }\n    - { name: more'],
      ['emptyDir: {}', 'emptyDir: 7'],
    ],
    [
      'valid-types spec.template.spec.volumes[0].emptyDir',
      'service-port-exists spec.ports[0].targetPort',
    ],
  ],
  [
    'a port of a wrong name in one container, and a probe of another that misses',
    [
      [
        '            httpGet: { path: /, port: http }',
        '            httpGet: { path: /, port: htp }',
      ],
      [
        '      volumes:\n',
        '        - name: side\n          image: busybox:1.37\n          ports: [{ name: A_, containerPort: 81 }]\n      volumes:\n',
      ],
    ],
    [
      'valid-pod-names spec.template.spec.containers[1].ports[0].name',
      'valid-probes spec.template.spec.containers[0].readinessProbe.httpGet.port',
    ],
  ],
];

test.each(twoFaults)('two faults are two errors: %s', (_, edits, found) => {
  let yaml = sound;
  for (const [right, wrong] of edits) {
    expect(yaml).toContain(right);
    yaml = yaml.replace(right, wrong);
  }
  expect(errorsIn(yaml)).toEqual(found);
});

test('nothing goes with a finding that is waived', () => {
  const yaml = sound.replace(volume, '        - name: my_data\n');
  const waivers = [{ check: 'valid-pod-names', reason: 'another server takes it' }];
  expect(errorsIn(yaml, { waivers })).toEqual([
    'volume-mounts-resolve spec.template.spec.containers[0].volumeMounts[0].name',
  ]);
});
