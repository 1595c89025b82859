import { validCustomResourceDefinition as check } from '../../../src/checks/rules/valid-custom-resource-definition';
import { finds } from '../finds';

const say = (versions: string, name = 'widgets.example.com'): string[] =>
  finds(
    check,
    `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: ${name} }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions: [${versions}]
`,
  ).map((line) => line.replace(/^error CustomResourceDefinition\/\S+ /, ''));
const schema = 'schema: { openAPIV3Schema: { type: object } }';
const version = `{ name: v1, served: true, storage: true, ${schema} }`;

test('passes one that is named after what it defines', () => {
  expect(say(version)).toEqual([]);
  expect(say(`${version}, { name: v2, served: true, storage: false, ${schema} }`)).toEqual([]);
});

test('reports another name', () => {
  expect(say(version, 'widget.example.com')).toEqual([
    'metadata.name: must be widgets.example.com, the plural and the group, got "widget.example.com"',
  ]);
});

test('wants exactly one version that is stored', () => {
  const problem = 'spec.versions: exactly one version is stored, got';
  expect(say(`${version}, ${version}`)).toEqual([`${problem} 2 with storage: true`]);
  expect(say(`{ name: v1, served: true, storage: false, ${schema} }`)).toEqual([
    `${problem} 0 with storage: true`,
  ]);
});

test('wants a schema of an object', () => {
  const field = 'spec.versions[0].schema.openAPIV3Schema';
  expect(say('{ name: v1, served: true, storage: true, schema: {} }')).toEqual([
    `${field}: openAPIV3Schema is missing`,
  ]);
  expect(
    say('{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: array } } }'),
  ).toEqual([`${field}.type: the schema must be of the type object`]);
});

test('wants a type for each part of a schema', () => {
  const field = 'spec.versions[0].schema.openAPIV3Schema.properties.spec';
  const parts = (properties: string): string[] =>
    say(
      `{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, properties: { spec: { ${properties} } } } } }`,
    );
  expect(parts('type: object, properties: { port: { x-kubernetes-int-or-string: true } }')).toEqual(
    [],
  );
  expect(parts('x-kubernetes-preserve-unknown-fields: true')).toEqual([]);
  expect(parts('description: what')).toEqual([`${field}.type: the type is missing`]);
  expect(parts('type: array, items: { description: what }')).toEqual([
    `${field}.items.type: the type is missing`,
  ]);
  expect(parts('type: array')).toEqual([`${field}.items: the list does not say of what`]);
  expect(parts('type: object, additionalProperties: { type: text }')).toEqual([
    `${field}.additionalProperties.type: must be one of array, boolean, integer, number, object, string, got "text"`,
  ]);
});
