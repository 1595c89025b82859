import { checkedCustomResources as check } from '../../../src/checks/rules/checked-custom-resources';
import { requiredFields } from '../../../src/checks/rules/required-fields';
import { validTypes } from '../../../src/checks/rules/valid-types';
import { finds } from '../finds';

const definition = (schema: string): string => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  names: { kind: Widget }
  versions: [{ name: v1, served: true, schema: { openAPIV3Schema: { ${schema} } } }]
---
`;
const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: it }\n---\n';

test('says nothing of a version that the definition lacks, which is a finding of its own', () => {
  const yaml = `${definition('type: object')}${widget.replace('/v1', '/v2')}`;
  expect(finds(check, yaml)).toEqual([]);
});

test('says once for each kind that its fields are not checked', () => {
  expect(finds(check, widget + widget)).toEqual([
    'warning Widget/it kind: Widget (example.com/v1) is a custom resource whose definition is not here: its fields are not checked',
  ]);
});

test('passes a kind whose definition is here, built-in kinds, and files of KubeKey and kustomize', () => {
  expect(finds(check, definition('type: object') + widget)).toEqual([]);
  expect(finds(check, 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }')).toEqual([]);
  expect(finds(check, 'apiVersion: kubekey.kubesphere.io/v1alpha2\nkind: Cluster')).toEqual([]);
  const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization';
  expect(finds(check, kustomization)).toEqual([]);
});

test('says that CEL rules are not evaluated', () => {
  const rules =
    'properties: { spec: { type: object, x-kubernetes-validations: [{ rule: "true" }] } }';
  expect(finds(check, definition(rules))[0]).toMatch(
    /^warning CustomResourceDefinition.*CEL rules/,
  );
});

test('holds numbers and whole objects within a custom resource to what the server does', () => {
  const widgets = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            port: { x-kubernetes-int-or-string: true }
            template:
              { type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true }
---
`;
  const say = (fields: string): string[] =>
    finds(
      [validTypes, requiredFields],
      `${widgets}apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: a }\n${fields}`,
    );
  expect(say('port: 1000000000000')).toEqual([]);
  expect(say('port: 1.5')).toHaveLength(1);
  expect(say('template: { apiVersion: v1, kind: Pod }')).toEqual([]);
  expect(say('template: { apiVersion: v1 }')).toEqual([
    'error Widget/a template.kind: "kind" is missing',
  ]);
});

test('leaves a misspelt group of a built-in kind to the check of what is served', () => {
  const object = (apiVersion: string): string[] =>
    finds(check, `apiVersion: ${apiVersion}\nkind: Ingress\nmetadata: { name: a }\n`);
  expect(object('network.k8s.io/v1')).toEqual([]);
  expect(object('traefik.example.com/v1')).toHaveLength(1);
});
