import { requiredFields } from '../../../src/checks/rules/required-fields';
import { finds } from '../finds';

test('reports each field that the server refuses to miss, also where it is null', () => {
  expect(
    finds(
      requiredFields,
      `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web }] }
`,
    ),
  ).toEqual([
    'error Deployment/web spec.template.spec.containers[0].image: "image" is missing',
    'error Deployment/web spec.selector: "selector" is missing',
  ]);
});

test('does not also report what stands under a wrong name or in a wrong place', () => {
  expect(
    finds(
      requiredFields,
      `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    - { name: web, image: nginx, ports: [{ port: 80 }] }
`,
    ),
  ).toEqual([]);
});

test('takes a StatefulSet without a service name, as the server does', () => {
  expect(
    finds(
      requiredFields,
      `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: a, image: b }] } }
`,
      { kubernetesVersion: '1.26' },
    ),
  ).toEqual([]);
});

test('reports an object without a spec', () => {
  expect(finds(requiredFields, 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: a }')).toEqual([
    'error Job/a spec: "spec" is missing',
  ]);
});

test.each([
  [
    'an empty text',
    'containers: [{ name: "", image: nginx }]',
    'containers[0].name: "name" is empty',
  ],
  [
    'a volume without the name of its Secret',
    'containers: [{ name: a, image: b }], volumes: [{ name: a, secret: {} }]',
    'volumes[0].secret.secretName: "secretName" is missing',
  ],
  [
    'a probe that runs nothing',
    'containers: [{ name: a, image: b, livenessProbe: { exec: { command: [] } } }]',
    'containers[0].livenessProbe.exec.command: "command" is empty',
  ],
])('reports %s', (_, spec, found) => {
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { ${spec} }`;
  expect(finds(requiredFields, pod)).toEqual([`error Pod/a spec.${found}`]);
});

test('takes the lists and the structs that the server takes without', () => {
  const slice =
    'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: { name: a }\naddressType: IPv4';
  const driver = 'apiVersion: storage.k8s.io/v1\nkind: CSIDriver\nmetadata: { name: a }';
  expect(finds(requiredFields, `${slice}\n---\n${driver}`)).toEqual([]);
});
