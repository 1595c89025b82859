import { checks } from '../../src/checks/rules/index';
import { finds } from './finds';

/** The errors in a Widget whose `spec` has a schema. */
function errors(schema: string, spec: string): string[] {
  const yaml = `
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
            spec: { ${schema.replaceAll('\n', ' ')} }
---
apiVersion: example.com/v1
kind: Widget
metadata: { name: it }
spec: ${spec}
`;
  return finds(checks, yaml).filter((line) => line.startsWith('error Widget'));
}

const texts =
  'type: object, properties: { a: { type: string }, b: { type: string }, c: { type: integer } }';
const oneOf = `${texts}, oneOf: [{ required: [a] }, { required: [b] }]`;
const anyOf = `${texts}, anyOf: [{ required: [a] }, { required: [b] }]`;

test.each([
  [oneOf, '{ a: x }'],
  [anyOf, '{ a: x, b: z }'],
  [`${texts}, allOf: [{ required: [a] }, { properties: { c: { minimum: 3 } } }]`, '{ a: x, c: 3 }'],
  [`${texts}, not: { required: [a, b] }`, '{ a: x }'],
  [`${texts}, oneOf: [{ properties: { a: { enum: [x] } } }, { required: [b] }]`, '{ a: x }'],
])('passes what the alternatives of a schema allow: %s with %s', (schema, spec) => {
  expect(errors(schema, spec)).toEqual([]);
});

test('reports none and two of oneOf', () => {
  const problem = 'error Widget/it spec: must have exactly one of "a", "b", got';
  expect(errors(oneOf, '{ c: 1 }')).toEqual([`${problem} none`]);
  expect(errors(oneOf, '{ a: x, b: z }')).toEqual([`${problem} "a" and "b"`]);
});

test('reports what no part of anyOf, some part of allOf, or not refuses', () => {
  expect(errors(anyOf, '{ c: 1 }')).toEqual([
    'error Widget/it spec: must have one or more of "a", "b"',
  ]);
  expect(errors(`${texts}, allOf: [{ required: [a] }]`, '{ b: z }')).toEqual([
    'error Widget/it spec: must have "a"',
  ]);
  expect(errors(`${texts}, not: { required: [a, b] }`, '{ a: x, b: z }')).toEqual([
    'error Widget/it spec: must not have "a" and "b"',
  ]);
});

test('names what each alternative asks for, where it is more than a field', () => {
  const schema = `${texts}, oneOf: [
    { properties: { a: { enum: [file] } }, required: [b] },
    { properties: { a: { enum: [count] } }, required: [c] }]`;
  expect(errors(schema, '{ a: count, c: 1 }')).toEqual([]);
  expect(errors(schema, '{ a: file, c: 1 }')).toEqual([
    'error Widget/it spec: must do exactly one of: have "b" and in "a" be one of "file"; have "c" and in "a" be one of "count"; got none',
  ]);
});

// As Istio's DestinationRule has it: one kind of load balancing, or none.
test('allows none or one of several fields where oneOf has a not beside them', () => {
  const schema = `${texts}, oneOf: [
    { not: { anyOf: [{ required: [a] }, { required: [b] }] } }, { required: [a] }, { required: [b] }]`;
  expect(errors(schema, '{ c: 1 }')).toEqual([]);
  expect(errors(schema, '{ b: z }')).toEqual([]);
  expect(errors(schema, '{ a: x, b: z }')).toEqual([
    'error Widget/it spec: must have at most one of "a", "b", got "a" and "b"',
  ]);
});

// As controller-gen writes it for a type and a field that both have bounds.
test('reports once what an enum and allOf both refuse', () => {
  const schema =
    'type: object, properties: { a: { type: string, enum: [x, z], allOf: [{ enum: [x, z] }, { enum: [x] }] } }';
  expect(errors(schema, '{ a: x }')).toEqual([]);
  expect(errors(schema, '{ a: z }')).toEqual(['error Widget/it spec.a: must be one of "x"']);
  expect(errors(schema, '{ a: q }')).toEqual([
    'error Widget/it spec.a: must be one of x, z, got "q"',
  ]);
});

test('leaves the alternatives of an int-or-string to its own check', () => {
  const schema =
    'type: object, properties: { a: { x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] } }';
  expect(errors(schema, '{ a: 1 }')).toEqual([]);
  expect(errors(schema, '{ a: 10% }')).toEqual([]);
  expect(errors(schema, '{ a: [1] }')).toHaveLength(1);
});

test('counts null as written only where the schema keeps it', () => {
  expect(errors(oneOf, '{ a: null, b: z }')).toEqual([]);
  const nullable = oneOf.replace('a: { type: string }', 'a: { type: string, nullable: true }');
  expect(errors(nullable, '{ a: null, b: z }')).toHaveLength(1);
});

test('takes a default for written, as the API server does', () => {
  const schema = oneOf.replace('a: { type: string }', 'a: { type: string, default: x }');
  expect(errors(schema, '{ c: 1 }')).toEqual([]);
  expect(errors(schema, '{ b: z }')).toHaveLength(1);
});

test('says nothing of what it cannot tell', () => {
  const unsure = '{ properties: { a: { pattern: "^(x)+$" } } }';
  expect(errors(`${texts}, not: ${unsure}`, '{ a: xx }')).toEqual([]);
  expect(errors(`${texts}, oneOf: [${unsure}, { required: [b] }]`, '{ a: xx }')).toEqual([]);
});

test('says once what is wrong within', () => {
  expect(errors(oneOf, '{ a: x, c: many }')).toHaveLength(1);
});
