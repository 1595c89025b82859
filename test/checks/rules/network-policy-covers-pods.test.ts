import { networkPolicyCoversPods as check } from '../../../src/checks/rules/network-policy-covers-pods';
import { finds, podYaml } from '../finds';

const policy = (selector: string, apiVersion = 'networking.k8s.io/v1'): string => `
apiVersion: ${apiVersion}
kind: NetworkPolicy
metadata: { name: it }
spec: { podSelector: ${selector} }
---`;

test('warns of a pod that none selects', () => {
  expect(finds(check, podYaml())).toEqual(['warning Pod/web : no NetworkPolicy selects the pods']);
  expect(finds(check, podYaml() + policy('{ matchLabels: { app: other } }'))).toHaveLength(1);
});

test('passes a pod that one selects', () => {
  expect(finds(check, podYaml() + policy('{ matchLabels: { app: web } }'))).toEqual([]);
  expect(finds(check, podYaml() + policy('{}'))).toEqual([]);
});

test('passes a pod in the network of its node, and policies of another kind or from elsewhere', () => {
  expect(finds(check, podYaml('hostNetwork: true'))).toEqual([]);
  expect(finds(check, podYaml() + policy('{}', 'crd.projectcalico.org/v1'))).toEqual([]);
  const external = [{ kind: 'NetworkPolicy', name: '*' }];
  expect(finds(check, podYaml(), { external })).toEqual([]);
});
