import { knownValues } from '../../../src/checks/rules/known-values';
import { finds } from '../finds';

const service = (spec: string): string => `
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { ${spec} }
`;

test('passes known values and the empty text', () => {
  expect(finds(knownValues, service('type: NodePort, sessionAffinity: ""'))).toEqual([]);
});

test('reports a value that the server refuses', () => {
  expect(finds(knownValues, service('type: Nodeport, ipFamilies: [IPv5]'))).toEqual([
    'error Service/web spec.type: must be one of ClusterIP, ExternalName, LoadBalancer, NodePort, got "Nodeport"',
    'error Service/web spec.ipFamilies[0]: must be one of IPv4, IPv6, got "IPv5"',
  ]);
});

test('warns of a value behind a feature gate', () => {
  const yaml = service('trafficDistribution: PreferClose');
  expect(finds(knownValues, yaml, { kubernetesVersion: '1.30' })).toEqual([
    'warning Service/web spec.trafficDistribution: Kubernetes 1.30 takes "PreferClose" only where a feature gate is switched on',
  ]);
  expect(finds(knownValues, yaml, { kubernetesVersion: '1.31' })).toEqual([]);
});

test('passes unknown values of an open set', () => {
  expect(
    finds(
      knownValues,
      'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ntype: example.com/mine',
    ),
  ).toEqual([]);
});

test('knows values that one field does not take though its type has them', () => {
  const storage = (policy: string): string[] =>
    finds(
      knownValues,
      `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: a }\nprovisioner: a.b/c\nreclaimPolicy: ${policy}`,
    );
  expect(storage('Retain')).toEqual([]);
  expect(storage('Recycle')).toEqual([
    'error StorageClass/a reclaimPolicy: must be one of Delete, Retain, got "Recycle"',
  ]);
});
