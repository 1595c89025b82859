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
