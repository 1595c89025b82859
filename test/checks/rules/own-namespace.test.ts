import { ownNamespace as check } from '../../../src/checks/rules/own-namespace';
import { finds } from '../finds';

const object = (kind: string, namespace = ''): string => `
apiVersion: v1
kind: ${kind}
metadata: { name: it${namespace === '' ? '' : `, namespace: ${namespace}`} }
---`;

test('warns once of all that is in default, and once of all that names none', () => {
  expect(
    finds(check, object('Secret', 'default') + object('ConfigMap') + object('Service', 'default')),
  ).toEqual([
    'warning Secret/it metadata.namespace: it is in the namespace default; 1 more like it',
    'warning ConfigMap/it metadata.namespace: it names no namespace, so it goes to default unless kubectl is told otherwise',
  ]);
});

test('passes objects of other namespaces, and of the cluster as a whole', () => {
  expect(finds(check, object('ConfigMap', 'shop') + object('Namespace'))).toEqual([]);
});
