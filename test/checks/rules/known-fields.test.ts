import { knownFields } from '../../../src/checks/rules/known-fields';
import { checks } from '../../../src/checks/rules/index';
import { runChecks } from '../../../src/checks/run-checks';
import { finds, inputOf } from '../finds';

const deployment = (spec: string, container = ''): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  ${spec}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: nginx
          ${container}
`;
const fixes = (yaml: string): string[] =>
  runChecks([knownFields], inputOf(yaml)).map(({ fix }) => fix);

test('passes an object whose fields are all known', () => {
  expect(finds(knownFields, deployment('replicas: 2', 'ports: [{ containerPort: 80 }]'))).toEqual(
    [],
  );
});

test('reports a misspelt field and names the one that was meant', () => {
  const yaml = deployment('replica: 2');
  expect(finds(knownFields, yaml)).toEqual([
    'error Deployment/web spec.replica: unknown field "replica"',
  ]);
  expect(fixes(yaml)).toEqual(['Write "replicas" in its place.']);
});

test('names the required field that has the word in it', () => {
  expect(fixes(deployment('replicas: 2', 'ports: [{ port: 80 }]'))).toEqual([
    'Write "containerPort" in its place.',
  ]);
});

test('names what is missing beside a field that nothing explains', () => {
  const mount = (fields: string): string =>
    deployment('', `volumeMounts: [{ ${fields} }]\n      volumes: [{ name: a, emptyDir: {} }]`);
  expect(fixes(mount('volume: a, mountPath: /a'))).toEqual([
    'Write "name" in its place: Kubernetes refuses the object without it.',
  ]);
  expect(fixes(mount('xyz: a'))).toEqual([
    'Rename it if it is one of these, and add the rest: Kubernetes refuses the object without them.',
  ]);
});

test('names the place of labels that stand in a selector without matchLabels', () => {
  const yaml = `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { selector: { app: web, app.kubernetes.io/name: web } }
`;
  expect(fixes(yaml)).toEqual([
    'Move it to "spec.selector.matchLabels.app", where labels belong. spec.selector["app.kubernetes.io/name"]: Move it to "spec.selector.matchLabels["app.kubernetes.io/name"]", where labels belong.',
  ]);
});

test('names the place of the fields of older Ingresses', () => {
  const yaml = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec: { defaultBackend: { serviceName: web, servicePort: 80 } }
`;
  expect(fixes(yaml)).toEqual([
    'Move it to "spec.defaultBackend.service.name", where it belongs. spec.defaultBackend.servicePort: Move it to "spec.defaultBackend.service.port.number", where it belongs.',
  ]);
});

test('tells once of fields that stand beside the empty one that they belong below', () => {
  const yaml = `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels:
  app: web
  tier: front
`;
  expect(fixes(yaml)).toEqual([
    'Indent what belongs to "labels" further: as it is, "labels" is empty.',
  ]);
});

test('takes a list under the name of one item for the list', () => {
  expect(fixes(deployment('', 'port: [{ containerPort: 80 }]'))).toEqual([
    'Write "ports" in its place.',
  ]);
});

test('sees through capitals and lines in a name, however long it is', () => {
  expect(fixes(deployment('', 'termination_message_policy: File'))).toEqual([
    'Write "terminationMessagePolicy" in its place.',
  ]);
});

test('names the place of a field that is missing where it belongs', () => {
  const yaml = `
apiVersion: v1
kind: ServiceAccount
name: web
metadata: { labels: { app: web } }
`;
  const found = runChecks(checks, inputOf(yaml)).filter(({ severity }) => severity === 'error');
  expect(found.map(({ fix }) => fix)).toEqual(['Move it to "metadata.name", where it belongs.']);
});

test('names the place of a field that stands too far out or too far in', () => {
  expect(fixes(deployment('containers: []'))).toEqual([
    'Move it to "spec.template.spec.containers", where it belongs.',
  ]);
  expect(fixes(deployment('', 'replicas: 2'))).toEqual([
    'Move it to "spec.replicas", where it belongs.',
  ]);
});

test('tells from which version on a field is known', () => {
  const yaml = deployment('', 'resizePolicy: []');
  expect(finds(knownFields, yaml, { kubernetesVersion: '1.26' })).toEqual([
    'error Deployment/web spec.template.spec.containers[0].resizePolicy: "resizePolicy" is known from Kubernetes 1.27 on, not yet in 1.26',
  ]);
  expect(finds(knownFields, yaml, { kubernetesVersion: '1.27' })).toEqual([]);
});

test('takes every key of a free mapping, and does not look into status', () => {
  expect(
    finds(
      knownFields,
      `
apiVersion: v1
kind: Service
metadata: { name: web, labels: { anything: goes }, annotations: { a/b: c } }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
status: { whatever: 1 }
`,
    ),
  ).toEqual([]);
});

test('survives hostile objects', () => {
  const yaml = deployment('__proto__: 1\n  constructor: 2\n  toString: 3');
  expect(finds(knownFields, yaml)).toHaveLength(3);
});

test('the port of a container is moved to its list of ports', () => {
  expect(fixes(deployment('replicas: 2', 'port: 80'))).toEqual([
    'Move it to "spec.template.spec.containers[0].ports[].containerPort", where it belongs.',
  ]);
});
