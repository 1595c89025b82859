import { validIngress as check } from '../../../src/checks/rules/valid-ingress';
import { finds } from '../finds';

const say = (spec: string): string[] =>
  finds(
    check,
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: it }\nspec: { ${spec} }`,
  );
const path = (text: string): string =>
  `rules: [{ http: { paths: [{ ${text}, backend: { service: { name: a, port: { number: 80 } } } }] } }]`;

test('passes sound rules', () => {
  expect(say(path('path: /a, pathType: Prefix'))).toEqual([]);
  expect(say(path('pathType: ImplementationSpecific'))).toEqual([]);
  expect(say(path('path: "/a//b", pathType: ImplementationSpecific'))).toEqual([]);
  expect(say(path('path: /.well-known/..a, pathType: Prefix'))).toEqual([]);
  expect(say('defaultBackend: { service: { name: a, port: { name: b } } }')).toEqual([]);
});

test.each([
  '',
  'rules: [{ host: "http://example.com" }]',
  'rules: [{ host: 10.0.0.1 }]',
  path('path: a, pathType: Exact'),
  path('path: /a//b, pathType: Prefix'),
  path('path: /a/.., pathType: Exact'),
  path('path: /a%2fb, pathType: Exact'),
  'defaultBackend: { service: { name: a, port: { number: 1 } }, resource: { kind: A, name: a } }',
  'defaultBackend: { service: { name: a } }',
  'defaultBackend: { service: { name: a, port: { name: b, number: 1 } } }',
  'defaultBackend: {}',
])('reports spec { %s }', (spec) => {
  expect(say(spec)).toHaveLength(1);
});

test('wants a namespace for the parameters of an IngressClass where they are in one', () => {
  const parameters = (more: string): string[] =>
    finds(
      check,
      `apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: { name: web }\nspec: { controller: example.com/web, parameters: { kind: Settings, name: web${more} } }\n`,
    );
  const field = 'error IngressClass/web spec.parameters.namespace:';
  expect(parameters('')).toEqual([]);
  expect(parameters(', scope: Namespace, namespace: shop')).toEqual([]);
  expect(parameters(', scope: Namespace')).toEqual([
    `${field} parameters with the scope Namespace need a namespace`,
  ]);
  expect(parameters(', namespace: shop')).toEqual([
    `${field} parameters with the scope Cluster have no namespace`,
  ]);
});
