import { namespaceExists as check } from '../../../src/checks/rules/namespace-exists';
import { finds, podYaml } from '../finds';

const pod = (namespace: string): string =>
  podYaml().replace('name: web,', `name: web, namespace: ${namespace},`);

test('passes a namespace that is here or that each cluster has', () => {
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n---\n';
  expect(finds(check, namespace + pod('shop'))).toEqual([]);
  expect(finds(check, pod('kube-system') + podYaml())).toEqual([]);
});

test('warns once of a namespace that is not here', () => {
  expect(finds(check, pod('shop') + pod('shop'))).toEqual([
    'warning Pod/web metadata.namespace: there is no Namespace "shop" among the objects',
  ]);
});
