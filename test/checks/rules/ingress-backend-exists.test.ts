import { ingressBackendExists as check } from '../../../src/checks/rules/ingress-backend-exists';
import { finds, serviceYaml } from '../finds';

const ingress = (backend: string): string => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: it }
spec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { ${backend} } }] } }] }
---
`;
const web = serviceYaml('ports: [{ name: http, port: 80 }]');
const field = 'spec.rules[0].http.paths[0].backend.service';

test('passes a port of a Service that is here, by number and by name', () => {
  expect(finds(check, web + ingress('service: { name: web, port: { number: 80 } }'))).toEqual([]);
  expect(finds(check, web + ingress('service: { name: web, port: { name: http } }'))).toEqual([]);
  expect(finds(check, web + ingress('resource: { kind: Bucket, name: a }'))).toEqual([]);
});

test('reports a port that the Service does not have', () => {
  expect(finds(check, web + ingress('service: { name: web, port: { number: 8080 } }'))).toEqual([
    `error Ingress/it ${field}.port.number: Service web has no port 8080`,
  ]);
});

test('warns of a Service that is not here, unless it is named as external', () => {
  const yaml = web + ingress('service: { name: wep, port: { number: 80 } }');
  expect(finds(check, yaml)).toEqual([
    `warning Ingress/it ${field}.name: there is no Service "wep" among the objects`,
  ]);
  expect(finds(check, yaml, { references: 'closed' })[0]).toMatch(/^error/);
  expect(finds(check, yaml, { external: [{ kind: 'Service', name: 'wep' }] })).toEqual([]);
});

test('reads the form of the versions before v1', () => {
  const old = ingress('serviceName: web, servicePort: 81').replace('k8s.io/v1', 'k8s.io/v1beta1');
  expect(finds(check, web + old)).toHaveLength(1);
});
